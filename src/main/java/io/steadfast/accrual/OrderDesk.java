package io.steadfast.accrual;

import io.steadfast.accrual.core.GrantKey;
import io.steadfast.accrual.core.Judgement;
import io.steadfast.accrual.core.KnownOrder;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderArrival;
import io.steadfast.accrual.core.OrderDifference;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.accrual.core.ReceiptWriter;
import io.steadfast.accrual.core.StandingGrant;
import io.steadfast.accrual.core.StandingSpend;
import io.steadfast.accrual.store.Filing;
import io.steadfast.accrual.store.FilingRepository;
import io.steadfast.accrual.store.OrderRepository;
import io.steadfast.accrual.store.Proof;
import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.members.core.MemberStatus;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Settles one state of an order: judges it, posts the difference, writes the receipt. */
@Dependent
class OrderDesk {

    @Inject
    MemberDesk members;

    @Inject
    Judging judging;

    @Inject
    Fulfilment fulfilment;

    @Inject
    SpentPoints spent;

    @Inject
    Bookkeeping books;

    @Inject
    LimitsKept limits;

    @Inject
    TierDesk tiers;

    @Inject
    Followers followers;

    @Inject
    MovedIn movedIn;

    @Inject
    OrderRepository orders;

    @Inject
    FilingRepository filings;

    @Inject
    AccrualEvents events;

    /** What is to stand: a judgement without lots, and the deadlines that a first one moves. */
    private record Judged(
            Optional<Judgement> judgement,
            Map<WalletCode, Instant> deadlines,
            Map<String, Long> had,
            List<Movement> more,
            Optional<SpentPoints.Back> paid) {

        static Judged of(OrderCase one, Optional<Judgement> judgement, List<Movement> more) {
            return new Judged(judgement, Map.of(), one.kept(), more, Optional.empty());
        }

        Judged paidWith(SpentPoints.Back back) {
            List<Movement> all = new ArrayList<>(more);
            all.addAll(back.movements());
            return new Judged(Optional.of(back.judgement()), deadlines, had, all, Optional.of(back));
        }

        /** The judgement as it was posted: with what was spent once more. */
        Optional<Judgement> posted(Booked booked) {
            return judgement.map(
                    each -> paid.map(back -> back.spent(each, booked.before())).orElse(each));
        }

        List<Receipt.Problem> problems() {
            return paid.map(SpentPoints.Back::problems).orElse(List.of());
        }
    }

    /**
     * @param standing of the member the order names, whose lock is held
     * @param ahead what was read about that member behind the lock
     */
    Recorded settle(OrderCase one, Optional<LedgerService.Standing> standing, Optional<Ahead> ahead) {
        if (one.arrival().effect() == OrderArrival.Effect.SUPERSEDED) {
            return new Recorded(receiptOf(one).asSuperseded(), Recorded.Effect.SUPERSEDED);
        }
        if (one.arrival().effect() == OrderArrival.Effect.REPEATED) {
            one.known()
                    .filter(known -> !known.known()
                            .order()
                            .revision()
                            .equals(one.present().revision()))
                    .ifPresent(known -> orders.renumber(known.orderId(), one.present()));
            return new Recorded(receiptOf(one), Recorded.Effect.REPEATED);
        }
        lockFormerOwner(one);
        UUID receiptId = Ids.next();
        Judged judged = paid(one, judged(one, ahead, receiptId), receiptId, standing);
        List<StandingGrant> wanted =
                judged.judgement().map(each -> each.wanted(one.present())).orElse(List.of());
        OrderDifference difference = OrderDifference.between(one.standing(), wanted);
        Booked booked = books.post(one.present().member(), difference.changes(), occasion(one, receiptId, judged));
        List<StandingGrant> grants = difference.standing(booked.lots());
        LimitsKept.Settled settled = limits.settle(one, judged.judgement(), grants, judged.had());
        Optional<Judgement> now = judged.posted(booked).map(each -> each.standing(grants, settled.kept()));
        UUID orderId = one.known().map(KnownOrder::orderId).orElseGet(Ids::next);
        ReceiptWriter writer = new ReceiptWriter(one.now(), tiers.count(one, orderId, now));
        Followed followed = MovedIn.is(now) ? Followed.NOTHING : followers.follow(one.settled(orderId, receiptId, now));
        List<Receipt.Problem> problems = new ArrayList<>(ReceiptWriter.problems(one.present()));
        problems.addAll(judged.problems());
        problems.addAll(followed.problems());
        Said said = new Said(ReceiptWriter.with(followed.programs(), parts(writer, now)), problems);
        Receipt receipt = receipt(one, receiptId, said, balances(one));
        Filing.Subject subject = Filing.Subject.of(orderId, one.present(), now);
        filings.file(filing(one, receipt, subject, Proofs.of(one, now, booked), settled));
        events.tell(receipt, booked);
        boolean isNew = one.arrival().effect() == OrderArrival.Effect.NEW;
        if (isNew) {
            events.arrived();
        }
        return new Recorded(receipt, isNew ? Recorded.Effect.NEW : Recorded.Effect.CHANGED);
    }

    private Judged paid(OrderCase one, Judged judged, UUID receiptId, Optional<LedgerService.Standing> standing) {
        List<WalletBalance> balances =
                standing.map(LedgerService.Standing::balances).orElse(List.of());
        return judged.judgement()
                .map(judgement -> judged.paidWith(spent.back(one, judgement, receiptId, balances)))
                .orElse(judged);
    }

    private static Receipt receiptOf(OrderCase one) {
        return one.known().map(KnownOrder::receipt).orElseThrow();
    }

    /** The member whose the order was until now; two members meet here only when an order changes hands. */
    private void lockFormerOwner(OrderCase one) {
        one.known()
                .flatMap(known -> known.known().order().member())
                .filter(former -> !one.present().member().equals(Optional.of(former)))
                .ifPresent(members::lock);
    }

    private Judged judged(OrderCase one, Optional<Ahead> ahead, UUID receiptId) {
        OrderArrival.Judging kind = one.arrival().judging();
        if (kind == OrderArrival.Judging.NOTHING) {
            return Judged.of(one, paidOnly(one), List.of());
        }
        if (kind == OrderArrival.Judging.AS_JUDGED) {
            Fulfilment.Dated dated = fulfilment.dated(one, one.before().orElseThrow(), receiptId);
            return Judged.of(one, Optional.of(dated.judgement()), dated.movements());
        }
        Order present = one.present();
        MemberProfile profile = members.profile(ahead.orElseThrow());
        if (!takesPart(profile.status(), kind)) {
            return Judged.of(one, paidOnly(one), List.of());
        }
        JudgedSubject subject = JudgedSubject.of(present);
        List<Verdict> verdicts = kind == OrderArrival.Judging.FIRST
                ? first(one, subject, profile, ahead.orElseThrow())
                : judging.again(subject, profile, ahead.orElseThrow(), one);
        return judged(one, movedIn.left(verdicts, one.effects(), one.before()));
    }

    /** What was earned before a block or a merge stays earned, and its order can be corrected. */
    private static boolean takesPart(MemberStatus status, OrderArrival.Judging kind) {
        return status == MemberStatus.ACTIVE || kind == OrderArrival.Judging.AGAIN;
    }

    /** Nobody's judgement; but what paid for the order, and what of it came back, stays known. */
    private static Optional<Judgement> paidOnly(OrderCase one) {
        List<StandingSpend> spends = earlier(one);
        return spends.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Judgement(one.present().of(Optional.empty()), List.of(), List.of(), Map.of(), spends));
    }

    private List<Verdict> first(OrderCase one, JudgedSubject subject, MemberProfile profile, Ahead ahead) {
        return one.effects() == Effects.METRICS
                ? judging.movedIn(subject, profile, ahead, one.now())
                : judging.first(subject, profile, ahead);
    }

    private static Judged judged(OrderCase one, List<Verdict> verdicts) {
        MemberId member = one.present().member().orElseThrow();
        List<ProgramJudgement> programs = new ArrayList<>();
        List<StandingGrant> grants = new ArrayList<>();
        Map<WalletCode, Instant> deadlines = new HashMap<>();
        Map<String, Long> had = new HashMap<>(one.kept());
        for (Verdict verdict : verdicts) {
            ProgramJudgement judgement = verdict.judgement();
            programs.add(judgement);
            verdict.grants()
                    .forEach(grant -> grants.add(new StandingGrant(
                            new GrantKey(member, judgement.program(), grant.rule(), grant.wallet()),
                            judgement.version(),
                            grant,
                            List.of(),
                            List.of())));
            verdict.inactivityDeadlines().forEach((wallet, until) -> deadlines.merge(wallet, until, OrderDesk::later));
            had.putAll(verdict.taken());
        }
        return new Judged(
                Optional.of(new Judgement(one.present(), programs, grants, Map.of(), earlier(one))),
                deadlines,
                had,
                List.of(),
                Optional.empty());
    }

    /** Points that paid for the order stay known when it is judged once more. */
    private static List<StandingSpend> earlier(OrderCase one) {
        return one.before().map(Judgement::spends).orElse(List.of());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Bookkeeping.Occasion occasion(OrderCase one, UUID receiptId, Judged judged) {
        return new Bookkeeping.Occasion(
                one.present().source(),
                one.present().reference(),
                receiptId,
                one.present().occurredAt(),
                one.effectiveAt(),
                judged.deadlines(),
                judged.paid().map(SpentPoints.Back::spentAgain).orElse(List.of()),
                judged.more());
    }

    /** As those leave them who follow the order. */
    private List<WalletBalance> balances(OrderCase one) {
        return one.present().member().map(members::balances).orElse(List.of());
    }

    private record Said(List<Receipt.Part> parts, List<Receipt.Problem> problems) {}

    private static List<Receipt.Part> parts(ReceiptWriter writer, Optional<Judgement> judgement) {
        return judgement
                .map(each -> writer.parts(each.programs(), each.grants()))
                .orElse(List.of());
    }

    private static Receipt receipt(OrderCase one, UUID receiptId, Said said, List<WalletBalance> balances) {
        return new Receipt(
                receiptId,
                one.present().source(),
                one.present().reference(),
                one.present().member(),
                Optional.empty(),
                said.parts(),
                said.problems(),
                Optional.empty(),
                Balances.of(balances));
    }

    private static Filing filing(
            OrderCase one, Receipt receipt, Filing.Subject subject, List<Proof> proofs, LimitsKept.Settled settled) {
        boolean judgedNow = one.arrival().judging() == OrderArrival.Judging.FIRST
                || one.arrival().judging() == OrderArrival.Judging.AGAIN;
        return new Filing(
                subject,
                receipt,
                one.cause(),
                judgedNow ? subject.judgement().map(Judgement::programs).orElse(List.of()) : List.of(),
                proofs,
                settled.capUses(),
                settled.budgets(),
                one.now());
    }
}
