package io.steadfast.rewards;

import io.steadfast.accrual.TenderProof;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.Tender;
import io.steadfast.ledger.OrderCredit;
import io.steadfast.ledger.core.Cause;
import io.steadfast.rewards.core.RedemptionState;
import io.steadfast.rewards.core.RewardOrder;
import io.steadfast.rewards.store.RedemptionRepository;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** A redemption paid for an order when it was made by the order's member and names that order. */
@ApplicationScoped
public class RedemptionTenders implements TenderProof, OrderCredit {

    @Inject
    private RedemptionRepository redemptions;

    @Override
    public boolean paid(Order order, Tender tender) {
        return tender.paidBy()
                .filter(paidBy -> paidBy.means() == Tender.PaidBy.Means.REDEMPTION)
                .flatMap(paidBy -> id(paidBy.reference()))
                .flatMap(redemptions::find)
                .filter(found -> found.state() != RedemptionState.CANCELLED)
                .filter(found -> order.member().equals(Optional.of(found.member())))
                .flatMap(found -> found.order())
                .filter(new RewardOrder(order.source(), order.reference())::equals)
                .isPresent();
    }

    @Override
    public long paying(MemberId member, WalletCode wallet, Cause.Subject order) {
        return redemptions.paying(member, wallet, new RewardOrder(order.source(), order.reference()));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
