package io.steadfast.rewards.core;

import io.steadfast.programs.core.PlanCode;
import io.steadfast.programs.core.TierLevel;
import io.steadfast.shared.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One reason against a redemption, with what would make it possible.
 *
 * @param points missing
 * @param tier needed
 * @param plan needed
 * @param from the first day, in the program's zone, on which it is possible as far as this reason goes
 * @param left in stock
 * @param amount what an order must come to at least, or what credit may pay of it at most
 */
public record Unmet(
        UnmetReason reason,
        Optional<Long> points,
        Optional<TierLevel> tier,
        Optional<PlanCode> plan,
        Optional<LocalDate> from,
        Optional<Long> left,
        Optional<Money> amount) {

    static Unmet of(UnmetReason reason) {
        return new Unmet(
                reason,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Unmet points(long missing) {
        return new Unmet(
                UnmetReason.POINTS_MISSING,
                Optional.of(missing),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Unmet tier(TierLevel needed) {
        return new Unmet(
                UnmetReason.TIER_NEEDED,
                Optional.empty(),
                Optional.of(needed),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Unmet plan(PlanCode needed) {
        return new Unmet(
                UnmetReason.PLAN_NEEDED,
                Optional.empty(),
                Optional.empty(),
                Optional.of(needed),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Unmet from(UnmetReason reason, LocalDate day) {
        return new Unmet(
                reason,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(day),
                Optional.empty(),
                Optional.empty());
    }

    /** Too few, or none, are left. */
    public static Unmet stock(long left) {
        return new Unmet(
                UnmetReason.OUT_OF_STOCK,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(left),
                Optional.empty());
    }

    static Unmet amount(UnmetReason reason, Money amount) {
        return new Unmet(
                reason,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(amount));
    }

    /** Whether another basket could make it possible. */
    public boolean isOfBasket() {
        return reason == UnmetReason.BASKET_NEEDED
                || reason == UnmetReason.BASKET_TOO_SMALL
                || reason == UnmetReason.CREDIT_SHARE_EXCEEDED;
    }

    /** What its text names. */
    public Map<String, Object> details() {
        Map<String, Object> details = new HashMap<>();
        points.ifPresent(each -> details.put("points", each));
        tier.ifPresent(each -> details.put("tier", each.from().value()));
        plan.ifPresent(each -> details.put("plan", each.value()));
        from.ifPresent(each -> details.put("date", each.toString()));
        left.ifPresent(each -> details.put("left", each));
        amount.ifPresent(each -> details.put("amount", written(each)));
        return details;
    }

    /** As in 10.00 GBP. */
    private static String written(Money money) {
        return money.major().toPlainString() + " " + money.currency().getCurrencyCode();
    }
}
