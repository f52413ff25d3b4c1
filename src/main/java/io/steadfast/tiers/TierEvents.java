package io.steadfast.tiers;

import io.steadfast.platform.outbox.Outbox;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.tiers.core.TierLoss;
import io.steadfast.tiers.store.TierKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Tells outside that a member stands elsewhere, or will. */
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
            Optional<Integer> version,
            String set,
            TierCode before,
            TierCode after,
            String cause,
            Optional<Instant> validUntil) {}

    /**
     * What an event carries of a tier that will be lost.
     *
     * @param after to which the member falls if nothing more counts
     * @param validUntil exclusive
     * @param reviewAt when the tier falls: after its end where there is a grace
     */
    record TierEnding(
            ProgramCode program,
            Optional<Integer> version,
            String set,
            TierCode before,
            TierCode after,
            Instant validUntil,
            Instant reviewAt) {}

    @Inject
    Outbox outbox;

    @Inject
    TierRulesReader rules;

    @Inject
    TenantClock clock;

    /** Nothing where the tier is the same. */
    void tell(MemberId member, TierSetRef ref, TierMove move, Told why) {
        if (!move.before().equals(move.after())) {
            outbox.publish(
                    "tier.changed",
                    Optional.of(member),
                    new TierChanged(
                            ref.program(),
                            version(ref),
                            ref.set().value(),
                            move.before(),
                            move.after(),
                            why.cause().name().toLowerCase(Locale.ROOT),
                            why.validUntil()));
        }
    }

    /** Tells of a tier that nothing keeps beyond its end. */
    void tellAhead(TierKey key, TierSet ladder, TierLoss loss) {
        TierSetRef ref = key.set();
        outbox.publish(
                "tier.will_downgrade",
                Optional.of(key.member()),
                new TierEnding(
                        ref.program(),
                        version(ref),
                        ref.set().value(),
                        ladder.tiers().get(loss.before()).code(),
                        ladder.tiers().get(loss.after()).code(),
                        loss.until(),
                        loss.reviewAt()));
    }

    /** By which the program runs now; empty where none is in force any more. */
    private Optional<Integer> version(TierSetRef ref) {
        return rules.inForce(ref.program(), clock.now()).map(ProgramVersion::version);
    }

    /** Why, and how long the new tier lasts. */
    record Told(Cause cause, Optional<Instant> validUntil) {}
}
