package io.steadfast.reporting;

import io.steadfast.shared.WalletCode;
import java.util.List;
import java.util.Map;

/**
 * What a marketer looks at each morning. Points of all wallets are named by wallet, so that status points, which nobody
 * can spend, are told apart by whoever shows them.
 *
 * @param members who have books with the tenant
 * @param membersLately of them, who came within the last {@link HomeService#DAYS} days
 * @param wallets the figures of each wallet that has any
 * @param days the last {@link HomeService#DAYS} days, the oldest first, none left out
 */
public record HomeFigures(
        long members, long membersLately, Map<WalletCode, WalletFigures> wallets, List<DayFigures> days) {

    public HomeFigures {
        wallets = Map.copyOf(wallets);
        days = List.copyOf(days);
    }
}
