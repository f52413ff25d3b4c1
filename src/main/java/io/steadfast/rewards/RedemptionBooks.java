package io.steadfast.rewards;

import io.steadfast.accrual.SpentReturns;
import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.ConsumptionOrder;
import io.steadfast.ledger.core.DeficitPolicy;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.LotDates;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posted;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.platform.outbox.Outbox;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.RewardKind;
import io.steadfast.programs.core.Wallet;
import io.steadfast.rewards.core.Redemption;
import io.steadfast.rewards.core.RedemptionCause;
import io.steadfast.rewards.core.RewardOrder;
import io.steadfast.rewards.core.RewardRefusal;
import io.steadfast.shared.Origin;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a redemption does to the member's points. */
@Dependent
class RedemptionBooks {

    @Inject
    private LedgerService ledger;

    @Inject
    private SpentReturns returns;

    @Inject
    private Outbox outbox;

    @Inject
    private CurrentActor currentActor;

    /**
     * What was posted.
     *
     * @param entry that used or gave back the points
     * @param credit the entry that granted credit
     */
    record Booked(UUID entry, Optional<UUID> credit, List<WalletBalance> balances) {}

    /** What an event tells of a redemption. */
    private record PointsRedeemed(
            UUID redemptionId,
            String program,
            int version,
            String reward,
            int quantity,
            WalletCode wallet,
            long points,
            Optional<RewardOrder> order,
            RedemptionCause cause) {}

    Booked spend(Sale sale) {
        ProgramDocument document = sale.version().document();
        Wallet wallet = document.wallet(sale.price().wallet()).orElseThrow();
        boolean donated = sale.reward().gives() instanceof RewardKind.Donation;
        Cause cause = cause(
                sale.version(),
                sale.wish().order(),
                donated ? "DONATION" : sale.why().code());
        ConsumptionOrder order = wallet.consumption() == Wallet.ConsumptionOrder.EARLIEST_EARNED
                ? ConsumptionOrder.FIRST_EARNED
                : ConsumptionOrder.EARLIEST_EXPIRY;
        List<Movement> movements = new ArrayList<>();
        movements.add(new Movement.Spend(
                donated ? EntryKind.DONATION : EntryKind.REDEMPTION, wallet.code(), sale.points(), order, cause));
        if (sale.reward().gives() instanceof RewardKind.Credit credit) {
            movements.add(credit(sale, credit, byNoRule(cause)));
        }
        Posted posted = ledger.post(new Posting(sale.wish().member(), sale.at(), movements, deadlines(sale, wallet)));
        UUID spent = posted.entries().get(0).id();
        cause.subject().ifPresent(each -> ledger.refuseOwnEarnings(spent, each));
        return new Booked(
                spent,
                movements.size() > 1 ? Optional.of(posted.entries().get(1).id()) : Optional.empty(),
                posted.balances());
    }

    /** Points to the lots they came from, and credit that was bought out again if it is all there. */
    Booked giveBack(Redemption redemption, ProgramVersion version, Instant now) {
        ProgramDocument document = version.document();
        Cause cause = cause(version, redemption.order(), "REDEMPTION_CANCELLED");
        List<Movement> movements = new ArrayList<>();
        movements.add(new Movement.GiveBack(
                redemption.wallet(),
                redemption.entry(),
                redemption.points(),
                returns.policy(redemption.member(), document, redemption.wallet(), now),
                cause));
        redemption.credit().ifPresent(lot -> movements.add(taken(redemption, document, lot, byNoRule(cause))));
        Posted posted = ledger.post(Posting.of(redemption.member(), now, movements.toArray(Movement[]::new)));
        return new Booked(posted.entries().get(0).id(), Optional.empty(), posted.balances());
    }

    void tellRedeemed(Redemption made) {
        outbox.publish("points.redeemed", Optional.of(made.member()), told(made));
    }

    void tellCancelled(Redemption cancelled) {
        outbox.publish("points.reversed", Optional.of(cancelled.member()), told(cancelled));
    }

    private static PointsRedeemed told(Redemption redemption) {
        return new PointsRedeemed(
                redemption.id(),
                redemption.program().value(),
                redemption.version(),
                redemption.reward().value(),
                redemption.quantity(),
                redemption.wallet(),
                redemption.points(),
                redemption.order(),
                redemption.cause());
    }

    private static Movement credit(Sale sale, RewardKind.Credit credit, Cause cause) {
        LotDates dates =
                new LotDates(sale.at(), Optional.of(sale.at()), sale.dates().expiryAtOnce(credit.wallet()));
        return new Movement.Grant(
                EntryKind.ACCRUAL,
                credit.wallet(),
                Math.multiplyExact(credit.amount(), sale.quantity()),
                dates,
                Movement.Grant.TENANT,
                Optional.empty(),
                cause);
    }

    /** Credit that was spent can't be taken back without a debt, and nobody asked for that. */
    private Movement taken(Redemption redemption, ProgramDocument document, UUID lot, Cause cause) {
        if (!hasCredit(redemption, document)) {
            throw new Refusal(RewardRefusal.REDEMPTION_FULFILLED);
        }
        RewardKind.Credit credit = credit(redemption, document);
        return new Movement.TakeBack(credit.wallet(), lot, amount(redemption, credit), DeficitPolicy.DEBT, cause);
    }

    /** Whether the member has at least as much credit as was bought. */
    boolean hasCredit(Redemption redemption, ProgramDocument document) {
        RewardKind.Credit credit = credit(redemption, document);
        long spendable = ledger.lockMember(ledger.survivorOf(redemption.member())).balances().stream()
                .filter(balance -> balance.wallet().equals(credit.wallet()))
                .mapToLong(WalletBalance::spendable)
                .sum();
        return spendable >= amount(redemption, credit);
    }

    private static RewardKind.Credit credit(Redemption redemption, ProgramDocument document) {
        return (RewardKind.Credit)
                document.reward(redemption.reward()).orElseThrow().gives();
    }

    private static long amount(Redemption redemption, RewardKind.Credit credit) {
        return Math.multiplyExact(credit.amount(), redemption.quantity());
    }

    private Cause cause(ProgramVersion version, Optional<RewardOrder> order, String reason) {
        Actor actor = currentActor.actor();
        Cause cause = new Cause(
                Optional.of(
                        new Origin(Origin.Kind.PROGRAM, version.code().value(), version.version(), Optional.empty())),
                Optional.of(new Cause.Authority(actor.kind().name(), actor.id(), reason)),
                Optional.empty(),
                Optional.empty());
        return order.map(each -> cause.about(each.source(), each.reference())).orElse(cause);
    }

    /** Credit that was bought is no rule's doing: what rules granted for the order is judged again without it. */
    private static Cause byNoRule(Cause cause) {
        return new Cause(Optional.empty(), cause.authority(), cause.subject(), cause.receipt());
    }

    /** Using points keeps an account alive where the wallet says so. */
    private static Map<WalletCode, Instant> deadlines(Sale sale, Wallet wallet) {
        return sale.dates()
                .deadlineOfUse(wallet.code())
                .map(deadline -> Map.of(wallet.code(), deadline))
                .orElse(Map.of());
    }
}
