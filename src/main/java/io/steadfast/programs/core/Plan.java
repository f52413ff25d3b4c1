package io.steadfast.programs.core;

import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What members may buy for a fee, and what it gives while it is on (domain 58 to 60).
 *
 * @param trialDays free days at the beginning, once a member and program; 0 for none
 * @param graceDays calendar days after a period's end in which a payment still leaves no gap
 * @param cancellation the ways a member may leave
 * @param refund what is given back of the fee of the period in which a member leaves at once
 * @param pastDue whether benefits stay on during the grace
 * @param priceNoticeDays how long before a period begins a member must have been told of its new price
 * @param multipliers of base points while it is on, by wallet; a wallet that isn't listed has 1
 * @param lends a tier below which the member doesn't stand while it is on
 */
public record Plan(
        PlanCode code,
        LocalText name,
        Sale sale,
        List<Price> prices,
        int trialDays,
        int graceDays,
        Renewal renewal,
        List<Leaving> cancellation,
        Refund refund,
        PastDue pastDue,
        int priceNoticeDays,
        List<Entitlement> entitlements,
        SortedMap<WalletCode, BigDecimal> multipliers,
        Optional<LentTier> lends) {

    public Plan {
        prices = List.copyOf(prices);
        cancellation = List.copyOf(cancellation);
        entitlements = List.copyOf(entitlements);
        multipliers = Collections.unmodifiableSortedMap(new TreeMap<>(multipliers));
    }

    public Optional<Price> price(Interval interval) {
        return prices.stream().filter(price -> price.interval() == interval).findFirst();
    }

    /** Whether new members may take it; who has it keeps it either way. */
    public enum Sale {
        OPEN,
        CLOSED
    }

    /** @param amount for each interval, in minor units of the program's currency */
    public record Price(Interval interval, long amount) {}

    /** How long a payment lasts. */
    public enum Interval {
        MONTH(1, 28),
        YEAR(12, 365);

        private final int months;
        private final int leastDays;

        Interval(int months, int leastDays) {
            this.months = months;
            this.leastDays = leastDays;
        }

        public int months() {
            return months;
        }

        /** The days of the shortest one. */
        int leastDays() {
            return leastDays;
        }
    }

    /** Who sees to it that the next period is paid. */
    public enum Renewal {
        /** The fee is taken; without it the plan falls into its grace. */
        AUTOMATIC,
        /** The plan ends with what is paid unless the member pays again before. */
        BY_MEMBER
    }

    /** When a cancelled plan ends. */
    public enum Leaving {
        PERIOD_END,
        NOW
    }

    /** What a member who leaves at once gets back of the present period's fee. */
    public enum Refund {
        NONE,
        UNUSED_DAYS,
        WHOLE_PERIOD
    }

    /** What holds during the grace. */
    public enum PastDue {
        BENEFITS_ON,
        BENEFITS_OFF
    }

    /** A floor: whoever has earned more keeps it, and the metric isn't touched. */
    public record LentTier(TierSetCode set, TierCode tier) {}
}
