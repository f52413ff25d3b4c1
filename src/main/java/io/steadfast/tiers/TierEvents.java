package io.steadfast.tiers;

import io.steadfast.platform.outbox.Outbox;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Tells outside that a member stands elsewhere. */
@Dependent
class TierEvents {

    /** Why a tier changed. */
    enum Cause {
        /** Something counted, or was returned. */
        METRIC,
        /** A term ended. */
        REVIEW,
        /** A version of the program began that judges otherwise. */
        RULES,
        /** Staff set it. */
        MANUAL
    }

    /** What an event carries; {@code validUntil} is exclusive. */
    record TierChanged(
            ProgramCode program,
            String set,
            TierCode before,
            TierCode after,
            String cause,
            Optional<Instant> validUntil) {}

    @Inject
    Outbox outbox;

    /** Nothing where the tier is the same. */
    void tell(MemberId member, TierSetRef ref, TierMove move, Told why) {
        if (!move.before().equals(move.after())) {
            outbox.publish(
                    "tier.changed",
                    Optional.of(member),
                    new TierChanged(
                            ref.program(),
                            ref.set().value(),
                            move.before(),
                            move.after(),
                            why.cause().name().toLowerCase(Locale.ROOT),
                            why.validUntil()));
        }
    }

    /** Why, and how long the new tier lasts. */
    record Told(Cause cause, Optional<Instant> validUntil) {}
}
