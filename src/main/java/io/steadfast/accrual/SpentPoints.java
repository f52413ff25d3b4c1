package io.steadfast.accrual;

import io.steadfast.accrual.core.Fraction;
import io.steadfast.accrual.core.Judgement;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.accrual.core.ReturnedParts;
import io.steadfast.accrual.core.StandingSpend;
import io.steadfast.accrual.core.Tender;
import io.steadfast.ledger.HoldService;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.Hold;
import io.steadfast.ledger.core.HoldState;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.ReturnPolicy;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Wallet;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Gives points that paid for an order back to their lots, in the proportion in which the order comes back (domain 51). */
@Dependent
class SpentPoints {

    @Inject
    HoldService holds;

    @Inject
    ProgramService programs;

    @Inject
    @Any
    Instance<TenderProof> proofs;

    /** What comes back with this state of the order. */
    record Back(Judgement judgement, List<Movement> movements, List<Receipt.Problem> problems) {}

    private record Returning(OrderCase one, Judgement judgement, UUID receiptId, Fraction part) {}

    Back back(OrderCase one, Judgement judgement, UUID receiptId) {
        Order present = judgement.order().asIn(one.present());
        Returning at = new Returning(
                one, judgement, receiptId, ReturnedParts.of(present).ofMoney(present));
        List<StandingSpend> spends = new ArrayList<>();
        List<Movement> movements = new ArrayList<>();
        List<Receipt.Problem> problems = new ArrayList<>();
        for (Tender tender : one.present().tenders()) {
            if (namesAnotherPayment(tender)) {
                if (proofs.stream().noneMatch(proof -> proof.paid(one.present(), tender))) {
                    problems.add(unmatched(tender));
                }
            } else if (tender.kind() == Tender.Kind.POINTS || tender.kind() == Tender.Kind.CREDIT) {
                Optional<StandingSpend> found = spend(one, judgement, tender);
                found.ifPresentOrElse(
                        spend -> spends.add(given(at, spend, movements)), () -> problems.add(unmatched(tender)));
            }
        }
        return new Back(judgement.paidWith(spends), movements, problems);
    }

    /** A voucher or a redemption: nothing of it comes back with a return by itself. */
    private static boolean namesAnotherPayment(Tender tender) {
        return tender.paidBy()
                .filter(paidBy -> paidBy.means() != Tender.PaidBy.Means.HOLD)
                .isPresent();
    }

    private static Receipt.Problem unmatched(Tender tender) {
        return new Receipt.Problem(
                "TENDER_UNMATCHED",
                tender.paidBy().map(Tender.PaidBy::reference).orElse(""));
    }

    /** The use of points a tender names, if it names this order and this member. */
    private Optional<StandingSpend> spend(OrderCase one, Judgement judgement, Tender tender) {
        Optional<Hold> hold = tender.paidBy()
                .filter(paidBy -> paidBy.means() == Tender.PaidBy.Means.HOLD)
                .flatMap(paidBy -> holds.find(paidBy.reference()))
                .filter(each -> each.state() == HoldState.COMMITTED)
                .filter(each -> one.present().member().equals(Optional.of(each.member())))
                .filter(each -> each.subject()
                        .filter(subject -> subject.equals(new Cause.Subject(
                                one.present().source(), one.present().reference())))
                        .isPresent());
        return hold.flatMap(each -> each.settledBy()
                .map(entry -> judgement.spends().stream()
                        .filter(known -> known.entry().equals(entry))
                        .findFirst()
                        .orElseGet(() -> new StandingSpend(entry, each.wallet(), each.committed(), 0))));
    }

    private StandingSpend given(Returning at, StandingSpend spend, List<Movement> movements) {
        long missing = spend.missing(at.part());
        if (missing > 0) {
            OrderCase one = at.one();
            Cause cause = Cause.job("ORDER_RETURN")
                    .about(one.present().source(), one.present().reference())
                    .in(at.receiptId());
            movements.add(new Movement.GiveBack(
                    spend.wallet(), spend.entry(), missing, policy(at.judgement(), spend, one.now()), cause));
        }
        return spend.returning(missing);
    }

    /** What the wallet says of points that come back to a lot which has expired meanwhile. */
    private ReturnPolicy policy(Judgement judgement, StandingSpend spend, Instant now) {
        for (ProgramJudgement program : judgement.programs()) {
            Optional<ProgramDocument> document =
                    programs.version(program.program(), program.version()).map(ProgramVersion::document);
            Optional<Wallet> wallet = document.flatMap(each -> each.wallet(spend.wallet()));
            if (wallet.isPresent()) {
                return SpentReturns.policy(
                        wallet.get(), document.orElseThrow().basics().zone(), now);
            }
        }
        return ReturnPolicy.keepOriginal();
    }
}
