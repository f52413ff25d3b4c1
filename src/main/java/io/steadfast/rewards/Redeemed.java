package io.steadfast.rewards;

import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.rewards.core.Redemption;
import io.steadfast.rewards.core.RedemptionEvent;
import io.steadfast.vouchers.core.Voucher;
import java.util.List;

/**
 * A redemption with what came of it.
 *
 * @param vouchers issued, in order
 * @param events what became of it
 * @param balances of every wallet the member holds, when points were moved; else empty
 */
public record Redeemed(
        Redemption redemption, List<Voucher> vouchers, List<RedemptionEvent> events, List<WalletBalance> balances) {

    public Redeemed {
        vouchers = List.copyOf(vouchers);
        events = List.copyOf(events);
        balances = List.copyOf(balances);
    }
}
