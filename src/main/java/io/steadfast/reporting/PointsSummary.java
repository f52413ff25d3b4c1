package io.steadfast.reporting;

/**
 * Points of one or several wallets as of an instant. Each figure is positive where its word says so.
 *
 * @param accrued granted by rules, and brought along
 * @param activated became usable
 * @param redeemed used for rewards, payments and gifts, less what came back
 * @param expired lapsed or lost on leaving, whether the job has booked it or not
 * @param reversed taken back with returns
 * @param adjusted given less taken by hand and between members, reinstatements among it
 * @param outstanding {@code pending + active + held}
 */
public record PointsSummary(
        long accrued,
        long activated,
        long redeemed,
        long expired,
        long reversed,
        long adjusted,
        long pending,
        long active,
        long held,
        long debt) {

    public static final PointsSummary NONE = new PointsSummary(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public long outstanding() {
        return Math.addExact(Math.addExact(pending, active), held);
    }

    public PointsSummary plus(PointsSummary other) {
        return new PointsSummary(
                Math.addExact(accrued, other.accrued),
                Math.addExact(activated, other.activated),
                Math.addExact(redeemed, other.redeemed),
                Math.addExact(expired, other.expired),
                Math.addExact(reversed, other.reversed),
                Math.addExact(adjusted, other.adjusted),
                Math.addExact(pending, other.pending),
                Math.addExact(active, other.active),
                Math.addExact(held, other.held),
                Math.addExact(debt, other.debt));
    }
}
