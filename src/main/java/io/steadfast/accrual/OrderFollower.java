package io.steadfast.accrual;

/**
 * Something that an order brings about beside points: a pledge, a stamp, a voucher. Another feature implements it as an
 * application-scoped bean; orders know none by name.
 *
 * <p>It is asked in the order's own transaction, for every state that is new or changed, a simulated one too (which is
 * undone afterwards, so it writes as it always does and sends nothing but through the outbox). The member's lock is held
 * (the former member's too, when the order changed hands) and the order's; points are posted and tiers counted. It may
 * lock what comes later in the lock order: budget slots, stock, a voucher.
 */
public interface OrderFollower {

    /**
     * Brings its own record of the order in line with the present state, and says what stands now: the answer replaces the
     * former one in the receipt, so it names everything that stands, not just what is new.
     */
    Followed follow(SettledOrder settled);

    /** When among the effects of one order it is asked; those of one place are asked by the names of their classes. */
    default Place place() {
        return Place.BESIDE_POINTS;
    }

    /** The order of an order's effects once its points are posted and its tiers counted (domain 39). */
    enum Place {
        BESIDE_POINTS,
        GIFT_OF_TIER,
        /** The last of all: it spends what everything else has brought. */
        SELF_REDEMPTION
    }
}
