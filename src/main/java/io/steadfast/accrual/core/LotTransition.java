package io.steadfast.accrual.core;

import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a changed expiry does to a lot that was given before it: a later date or none at all, never an earlier one. */
public final class LotTransition {

    private LotTransition() {}

    /**
     * A lot as it stands.
     *
     * @param rule that gave it; empty where none did
     * @param activatesAt empty while it waits for an event
     * @param expiresAt its own date
     */
    public record Lot(
            WalletCode wallet,
            Optional<RuleCode> rule,
            Instant activityAt,
            Optional<Instant> activatesAt,
            Instant expiresAt) {}

    /**
     * An account before its lots are touched.
     *
     * @param deadline empty where it has none
     * @param lastActivityAt the member's; counted as one that keeps points alive, whatever it was
     * @param latestLot the latest date that its lots had of their own; empty where one of them had none, or there are none
     * @param plan the deadline that waits for a notice, where it has none yet
     */
    public record Account(
            WalletCode wallet,
            Optional<Instant> deadline,
            Instant lastActivityAt,
            Optional<Instant> latestLot,
            Optional<Plan> plan) {}

    /**
     * A deadline that waits for a notice.
     *
     * @param days that were promised between the notice and it
     */
    public record Plan(Instant at, int days) {}

    /** What becomes of its date. */
    public record Outcome(Kind kind, Optional<Instant> expiresAt) {

        public enum Kind {
            STAYS,
            LATER,
            NEVER
        }

        private static final Outcome STAYS = new Outcome(Kind.STAYS, Optional.empty());
        private static final Outcome NEVER = new Outcome(Kind.NEVER, Optional.empty());
    }

    /**
     * @param document of the new version; a rule that it doesn't have any more overrides nothing
     * @param tiers of the member when the lot was earned
     */
    public static Outcome of(ProgramDocument document, Map<TierSetRef, TierCode> tiers, Lot lot) {
        if (document.wallet(lot.wallet()).isEmpty() || lot.activatesAt().isEmpty()) {
            return Outcome.STAYS;
        }
        GrantDates dates = new GrantDates(document, tiers, lot.activityAt());
        Optional<EarningRule> rule = lot.rule().flatMap(document::rule);
        Optional<Instant> until = rule.map(each -> dates.expiry(each, lot.wallet(), lot.activatesAt()))
                .orElseGet(() -> dates.expiry(lot.wallet(), lot.activatesAt()));
        if (until.isEmpty()) {
            return Outcome.NEVER;
        }
        return until.get().isAfter(lot.expiresAt()) ? new Outcome(Outcome.Kind.LATER, until) : Outcome.STAYS;
    }

    /**
     * The deadline of an account under the new version, at least the one it had or that was planned, or the last date of its lots
     * where it had none.
     *
     * @param tiers of the member at the last activity
     * @return empty where the account has none any more, or must not get one
     */
    public static Optional<Instant> deadline(
            ProgramDocument document, Map<TierSetRef, TierCode> tiers, Account account) {
        Optional<Instant> now =
                new GrantDates(document, tiers, account.lastActivityAt()).anyInactivityDeadline(account.wallet());
        Optional<Instant> notBefore =
                account.deadline().or(() -> account.plan().map(Plan::at)).or(account::latestLot);
        return now.flatMap(each -> notBefore.map(floor -> floor.isAfter(each) ? floor : each));
    }
}
