package io.steadfast.programs.core;

import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a reward is. Money is in minor units of the program's currency. */
public sealed interface RewardKind {

    /**
     * A share off one purchase.
     *
     * @param most the most it takes off
     * @param basket the least the purchase must come to
     */
    record PercentVoucher(BigDecimal percent, Optional<Long> most, Optional<Long> basket) implements RewardKind {}

    /**
     * An amount off purchases, used at once or in parts.
     *
     * @param basket the least a purchase must come to
     */
    record AmountVoucher(long amount, Optional<Long> basket) implements RewardKind {}

    /** An amount to pay with, until nothing remains of it. */
    record GiftCard(long amount) implements RewardKind {}

    /** A product for nothing, at a till or with an order. */
    record FreeProduct(String sku) implements RewardKind {}

    /** One delivery for nothing. */
    record FreeShipping(Optional<Long> basket) implements RewardKind {}

    /** Credit for later purchases, into a wallet of money. */
    record Credit(WalletCode wallet, long amount) implements RewardKind {}

    /** A thing that is sent: ordered, shipped, delivered. */
    record PhysicalItem(String sku) implements RewardKind {}

    /**
     * A place at an event.
     *
     * @param on the day, in the program's zone, where it has one
     * @param capacity how many places there are
     */
    record Experience(Optional<LocalDate> on, int capacity) implements RewardKind {}

    /**
     * An amount for a charity.
     *
     * @param charity empty where the member chooses
     */
    record Donation(long amount, Optional<String> charity) implements RewardKind {}

    /**
     * The right to buy before others, while it is valid.
     *
     * @param products product numbers and category paths; empty means all that are sold early
     */
    record EarlyAccess(List<String> products) implements RewardKind {

        public EarlyAccess {
            products = List.copyOf(products);
        }
    }
}
