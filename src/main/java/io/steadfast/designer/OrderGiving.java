package io.steadfast.designer;

import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderDonation;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.charities.core.PledgeReckoning;
import io.steadfast.charities.core.Wanted;
import io.steadfast.programs.core.Pledge;
import io.steadfast.programs.core.ProgramDocument;
import java.util.Optional;

/** What an order gives to charity by a document, as the feature that books donations reckons it. */
public final class OrderGiving {

    private OrderGiving() {}

    /** In minor units of the order's currency, the brand's and the member's together. */
    public static long amount(ProgramDocument document, ProgramJudgement judgement, Order order) {
        if (document.giving().pledges().isEmpty() || !PledgeReckoning.looked(judgement)) {
            return 0;
        }
        Optional<OrderDonation> collected = order.donation()
                .filter(donation -> donation.funded() == OrderDonation.Funding.MEMBER)
                .filter(donation -> document.giving().pledges().stream()
                        .anyMatch(pledge -> pledge.fundedBy() == Pledge.Funding.MEMBER));
        return new PledgeReckoning(document, judgement, order)
                .wanted(collected).stream().mapToLong(Wanted::amount).reduce(0, Math::addExact);
    }
}
