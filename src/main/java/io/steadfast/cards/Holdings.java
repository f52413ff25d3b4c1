package io.steadfast.cards;

import io.steadfast.cards.core.CardFacts;
import io.steadfast.memberships.MembershipView;
import io.steadfast.rewards.core.HeldEntitlement;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import java.util.List;
import java.util.Map;

/**
 * What a member has beside the standing that a card shows.
 *
 * @param plans the latest membership in each program, whether it is on or not
 * @param vouchers those that can be used now or later, the newest first
 * @param rights by program and code
 * @param lapsing all points that lapse, by wallet and day
 */
public record Holdings(
        Map<ProgramCode, MembershipView> plans,
        List<HeldVoucher> vouchers,
        List<HeldEntitlement> rights,
        Map<WalletCode, List<CardFacts.Lapsing>> lapsing) {

    public Holdings {
        plans = Map.copyOf(plans);
        vouchers = List.copyOf(vouchers);
        rights = List.copyOf(rights);
        lapsing = Map.copyOf(lapsing);
    }
}
