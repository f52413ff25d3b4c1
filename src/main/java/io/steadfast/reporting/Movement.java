package io.steadfast.reporting;

/**
 * How the points of a span of posting dates went: {@code opening + accrued + adjusted - redeemed - expired - reversed =
 * closing}, where both ends are pending, active and held points less debt.
 *
 * @param activated of them, what became usable; it moves points from pending to active and changes neither end
 */
public record Movement(
        long opening,
        long accrued,
        long activated,
        long redeemed,
        long expired,
        long reversed,
        long adjusted,
        long closing) {}
