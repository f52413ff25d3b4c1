package io.steadfast.reporting;

/**
 * Points of one wallet, over all members.
 *
 * @param accrued granted by rules, ever
 * @param accruedLately of them, for what happened within the last {@link HomeService#DAYS} days
 * @param redeemed used, less what came back
 * @param outstanding pending, active and held now, by the clock
 * @param expiringSoon of them, what lapses within the next {@link HomeService#DAYS} days
 */
public record WalletFigures(long accrued, long accruedLately, long redeemed, long outstanding, long expiringSoon) {

    public static final WalletFigures NONE = new WalletFigures(0, 0, 0, 0, 0);

    public WalletFigures plus(WalletFigures other) {
        return new WalletFigures(
                Math.addExact(accrued, other.accrued),
                Math.addExact(accruedLately, other.accruedLately),
                Math.addExact(redeemed, other.redeemed),
                Math.addExact(outstanding, other.outstanding),
                Math.addExact(expiringSoon, other.expiringSoon));
    }
}
