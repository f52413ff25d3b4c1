package io.steadfast.accrual;

import io.steadfast.accrual.core.Fraction;
import io.steadfast.accrual.core.Judgement;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.accrual.core.ReturnedParts;
import io.steadfast.accrual.core.SpendDue;
import io.steadfast.accrual.core.StandingSpend;
import io.steadfast.accrual.core.Tender;
import io.steadfast.ledger.HoldService;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.ConsumptionOrder;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.Hold;
import io.steadfast.ledger.core.HoldState;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.ReturnPolicy;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Gives points that paid for an order back to their lots, in the proportion in which the order comes back (domain 51). When a
 * return is withdrawn they are spent once more, as far as the member still has them; what is missing is the shop's to settle,
 * and the receipt says so: an order that was taken is never refused for it.
 */
@Dependent
class SpentPoints {

    @Inject
    HoldService holds;

    @Inject
    ProgramService programs;

    @Inject
    SpentReturns returns;

    @Inject
    @Any
    Instance<TenderProof> proofs;

    /**
     * What comes back with this state of the order, and what is spent once more.
     *
     * @param again for each movement of {@code spentAgain} the payment it belongs to
     */
    record Back(
            Judgement judgement,
            List<Movement> movements,
            List<Movement> spentAgain,
            List<UUID> again,
            List<Receipt.Problem> problems) {

        /** The judgement with the entries by which points were spent once more. */
        Judgement spent(Judgement judgement, List<UUID> entries) {
            List<StandingSpend> spends = new ArrayList<>(judgement.spends());
            for (int at = 0; at < entries.size(); at++) {
                Movement movement = spentAgain.get(at);
                long points = ((Movement.Spend) movement).points();
                spends.add(
                        new StandingSpend(entries.get(at), movement.wallet(), points, 0, Optional.of(again.get(at))));
            }
            return judgement.paidWith(spends);
        }
    }

    /** One state of an order at work. */
    private final class Work {

        private final OrderCase one;
        private final Judgement judgement;
        private final UUID receiptId;
        private final Map<WalletCode, Long> spendable = new HashMap<>();
        private final List<StandingSpend> spends = new ArrayList<>();
        private final List<Movement> movements = new ArrayList<>();
        private final List<Movement> spentAgain = new ArrayList<>();
        private final List<UUID> again = new ArrayList<>();
        private final List<Receipt.Problem> problems = new ArrayList<>();
        private final CreditBounds bounds;

        Work(OrderCase one, Judgement judgement, UUID receiptId, List<WalletBalance> balances) {
            this.one = one;
            this.judgement = judgement;
            this.receiptId = receiptId;
            this.bounds = new CreditBounds(one.present());
            balances.forEach(balance -> spendable.put(balance.wallet(), balance.spendable()));
        }

        void settle(StandingSpend first, Fraction part, Tender tender) {
            document(judgement, first.wallet())
                    .ifPresent(document -> bounds.paid(
                            document.wallet(first.wallet()).orElseThrow(), document.basics(), tender.amount()));
            List<StandingSpend> own = new ArrayList<>(List.of(first));
            judgement.spends().stream()
                    .filter(known -> known.again().equals(Optional.of(first.entry())))
                    .forEach(own::add);
            SpendDue due = SpendDue.of(own, part);
            spends.addAll(due.spends());
            due.back()
                    .forEach(back -> movements.add(new Movement.GiveBack(
                            back.spend().wallet(),
                            back.spend().entry(),
                            back.points(),
                            policy(one, judgement, back.spend()),
                            cause("ORDER_RETURN"))));
            if (due.again() > 0) {
                spendAgain(first, due.again(), tender);
            }
        }

        /** Whether another tender named the same use of points before: it pays once. */
        boolean knows(StandingSpend first) {
            return spends.stream().anyMatch(known -> known.entry().equals(first.entry()));
        }

        /** Those of tenders that aren't named any more stay as they are: a tender may be named again. */
        List<StandingSpend> allSpends() {
            List<StandingSpend> all = new ArrayList<>(spends);
            Set<UUID> met = spends.stream().map(StandingSpend::entry).collect(Collectors.toSet());
            judgement.spends().stream()
                    .filter(known -> !met.contains(known.entry()))
                    .forEach(all::add);
            return all;
        }

        private void spendAgain(StandingSpend first, long wanted, Tender tender) {
            long can = Math.min(wanted, Math.max(0, spendable.getOrDefault(first.wallet(), 0L)));
            if (can > 0) {
                spendable.merge(first.wallet(), -can, Math::addExact);
                spentAgain.add(new Movement.Spend(
                        EntryKind.REDEMPTION,
                        first.wallet(),
                        can,
                        ConsumptionOrder.EARLIEST_EXPIRY,
                        cause("RETURN_WITHDRAWN")));
                again.add(first.entry());
            }
            if (can < wanted) {
                problems.add(new Receipt.Problem("POINTS_NOT_SPENT_AGAIN", reference(tender)));
            }
        }

        private Cause cause(String reason) {
            return Cause.job(reason)
                    .about(one.present().source(), one.present().reference())
                    .in(receiptId);
        }
    }

    /** @param balances of the order's member when the lock was taken */
    Back back(OrderCase one, Judgement judgement, UUID receiptId, List<WalletBalance> balances) {
        Order present = judgement.order().asIn(one.present());
        Fraction part = ReturnedParts.of(present).ofMoney(present);
        Work work = new Work(one, judgement, receiptId, balances);
        for (Tender tender : one.present().tenders()) {
            if (namesAnotherPayment(tender)) {
                if (proofs.stream().noneMatch(proof -> proof.paid(one.present(), tender))) {
                    work.problems.add(unmatched(tender));
                }
            } else if (tender.kind() == Tender.Kind.POINTS || tender.kind() == Tender.Kind.CREDIT) {
                spend(one, judgement, tender)
                        .filter(first -> !work.knows(first))
                        .ifPresentOrElse(
                                first -> work.settle(first, part, tender), () -> work.problems.add(unmatched(tender)));
            }
        }
        work.problems.addAll(work.bounds.problems());
        return new Back(
                judgement.paidWith(work.allSpends()), work.movements, work.spentAgain, work.again, work.problems);
    }

    /** A voucher or a redemption: nothing of it comes back with a return by itself. */
    private static boolean namesAnotherPayment(Tender tender) {
        return tender.paidBy()
                .filter(paidBy -> paidBy.means() != Tender.PaidBy.Means.HOLD)
                .isPresent();
    }

    private static Receipt.Problem unmatched(Tender tender) {
        return new Receipt.Problem("TENDER_UNMATCHED", reference(tender));
    }

    private static String reference(Tender tender) {
        return tender.paidBy().map(Tender.PaidBy::reference).orElse("");
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
                        .orElseGet(() -> StandingSpend.of(entry, each.wallet(), each.committed()))));
    }

    /** What the wallet says of points that come back to a lot which has expired meanwhile. */
    private ReturnPolicy policy(OrderCase one, Judgement judgement, StandingSpend spend) {
        return document(judgement, spend.wallet())
                .map(document ->
                        returns.policy(one.present().member().orElseThrow(), document, spend.wallet(), one.now()))
                .orElseGet(ReturnPolicy::keepOriginal);
    }

    /** The version that judged the order and has the wallet. */
    private Optional<ProgramDocument> document(Judgement judgement, WalletCode wallet) {
        for (ProgramJudgement program : judgement.programs()) {
            Optional<ProgramDocument> document = programs.version(program.program(), program.version())
                    .map(ProgramVersion::document)
                    .filter(each -> each.wallet(wallet).isPresent());
            if (document.isPresent()) {
                return document;
            }
        }
        return Optional.empty();
    }
}
