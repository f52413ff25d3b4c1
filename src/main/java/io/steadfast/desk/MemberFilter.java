package io.steadfast.desk;

import io.steadfast.members.core.MemberStatus;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.TierCode;
import java.time.Instant;
import java.util.Optional;

/**
 * Which members a list shows; what is left out doesn't narrow.
 *
 * @param activeSince something of theirs happened at or after it
 * @param quietSince nothing of theirs happened at or after it
 * @param lapsingBefore points of theirs lapse before it if nothing happens
 * @param tag what an attribute of theirs says
 * @param points spendable ones at least, of all wallets together
 */
public record MemberFilter(
        Optional<MemberStatus> status,
        Optional<InTier> tier,
        Optional<Instant> joinedSince,
        Optional<Instant> activeSince,
        Optional<Instant> quietSince,
        Optional<Instant> lapsingBefore,
        Optional<Long> points,
        Optional<String> store,
        Optional<Tag> tag) {

    /** Everybody. */
    public static final MemberFilter ALL = new MemberFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** One value of a declared attribute. */
    public record Tag(String attribute, String value) {}

    /**
     * In one tier now.
     *
     * @param place on the ladder; members for whom nothing counted yet are on the base
     */
    public record InTier(TierSetRef ref, TierCode tier, Place place) {

        /** Where the tier is on its ladder. */
        public enum Place {
            BASE,
            ABOVE
        }
    }
}
