package io.steadfast.programs.core;

import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A kind of points or credit of the program.
 *
 * @param code unique in the tenant; fixed by the first publish
 * @param unit points, or minor units of the program's currency
 * @param decimals of the unit as shown: 2 shows 150 as 1.50
 * @param expiry one or more policies, the earliest date wins
 * @param notice no notice, no expiry: only where promised
 * @param value what a point is worth; empty for status points
 * @param spending what credit may pay of an order; only of a wallet of money
 */
public record Wallet(
        WalletCode code,
        LocalText name,
        Unit unit,
        Purpose purpose,
        int decimals,
        List<ExpiryPolicy> expiry,
        Optional<NoticePromise> notice,
        ConsumptionOrder consumption,
        ReturnToExpired returned,
        DeficitPolicy deficit,
        HoldLimits holds,
        Optional<PointValue> value,
        Optional<Spending> spending) {

    public Wallet {
        expiry = List.copyOf(expiry);
    }

    /** What one unit is. */
    public enum Unit {
        POINTS,
        CURRENCY
    }

    /** Reward points can be spent; status points only count towards a tier. */
    public enum Purpose {
        REWARD,
        STATUS
    }

    /** Which lots are used first (domain 9). */
    public enum ConsumptionOrder {
        EARLIEST_EXPIRY,
        EARLIEST_EARNED
    }

    /** What happens when a claw-back finds too few active points (domain 12). */
    public enum DeficitPolicy {
        CLAMP,
        NEGATIVE,
        DEBT,
        PENDING_FIRST
    }

    /**
     * What happens to points that come back to a lot which has expired (domain 11).
     *
     * @param days the least they stay usable, for {@link Kind#MIN_DAYS}
     */
    public record ReturnToExpired(Kind kind, Optional<Integer> days) {

        public enum Kind {
            KEEP_ORIGINAL,
            MIN_DAYS,
            FRESH
        }
    }

    /**
     * How long and how much a checkout may reserve.
     *
     * @param maxMinutes at most 1440: a lot that expires while held stays usable until then
     */
    public record HoldLimits(int maxMinutes, Optional<Long> maxPoints) {}

    /**
     * The promise to tell the member before points lapse (domain 25).
     *
     * @param days the least between the notice and the expiry
     * @param channel how the notice goes out; a promise without one can't be published
     */
    public record NoticePromise(int days, Optional<Channel> channel) {

        public enum Channel {
            WEBHOOK,
            REPORTED
        }
    }

    /**
     * What credit may pay (P11). The basket is what an order's lines come to after discounts, tax included, without
     * shipping.
     *
     * @param basket the least an order must come to, in minor units of the program's currency
     * @param mostPercent the most of the basket that credit may pay
     */
    public record Spending(Optional<Long> basket, Optional<BigDecimal> mostPercent) {}

    /**
     * What a point is reckoned at.
     *
     * @param minorUnits of the program's currency for one point in the wallet's smallest unit
     * @param expectedUsePercent the share expected to be used
     */
    public record PointValue(BigDecimal minorUnits, BigDecimal expectedUsePercent) {

        /** What so many points come to in minor units when the expected share of them is used; not rounded. */
        public BigDecimal worth(long points) {
            return minorUnits
                    .multiply(BigDecimal.valueOf(points))
                    .multiply(expectedUsePercent)
                    .movePointLeft(2);
        }
    }
}
