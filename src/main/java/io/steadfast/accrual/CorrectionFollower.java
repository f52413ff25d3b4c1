package io.steadfast.accrual;

import io.steadfast.accrual.core.CorrectionDue;
import io.steadfast.accrual.core.LineBasis;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.accrual.core.ReturnedParts;
import io.steadfast.accrual.store.OrderRepository;
import io.steadfast.ledger.AdjustmentService;
import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.ConsumptionOrder;
import io.steadfast.ledger.core.DeficitPolicy;
import io.steadfast.ledger.core.OrderCorrection;
import io.steadfast.ledger.core.Posted;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.core.ReturnPolicy;
import io.steadfast.ledger.core.WalletProgram;
import io.steadfast.platform.outbox.Outbox;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Wallet;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What staff corrected for an order goes back with it: whole when nothing is left of the order or it belongs to somebody else, in the
 * proportion of what came back otherwise, line by line as points that rules grant for the whole order do. When a return is withdrawn
 * it stands again. Goodwill stays.
 */
@ApplicationScoped
public class CorrectionFollower implements OrderFollower {

    @Inject
    LedgerService ledger;

    @Inject
    ProgramsOfWallets wallets;

    @Inject
    ProgramService programs;

    @Inject
    SpentReturns returns;

    @Inject
    OrderRepository orders;

    @Inject
    Outbox outbox;

    /** A wallet of a member's in which an order was corrected. */
    private record Account(MemberId member, WalletCode wallet, Optional<ProgramVersion> version) {}

    @Override
    public Followed follow(SettledOrder settled) {
        if (!settled.corrected()) {
            return Followed.NOTHING;
        }
        Set<MemberId> members = new TreeSet<>();
        settled.present().member().ifPresent(members::add);
        settled.before().flatMap(Order::member).ifPresent(members::add);
        Followed followed = Followed.NOTHING;
        for (MemberId member : members) {
            for (Receipt.Problem problem : settle(settled, member)) {
                followed = followed.with(problem);
            }
        }
        return followed;
    }

    private List<Receipt.Problem> settle(SettledOrder settled, MemberId member) {
        Order order = settled.present();
        Map<WalletCode, List<OrderCorrection>> made =
                ledger.corrections(member, new Cause.Subject(order.source(), order.reference())).stream()
                        .collect(Collectors.groupingBy(OrderCorrection::wallet, TreeMap::new, Collectors.toList()));
        if (made.isEmpty()) {
            return List.of();
        }
        Map<WalletCode, WalletProgram> owners = wallets.programsOf(made.keySet());
        CorrectionMoves moves =
                new CorrectionMoves(settled, ledger.lockMember(member).balances());
        made.forEach((wallet, all) -> bring(
                moves,
                settled,
                new Account(
                        member,
                        wallet,
                        Optional.ofNullable(owners.get(wallet))
                                .flatMap(owner -> programs.version(owner.program(), owner.version()))),
                all));
        if (!moves.all().isEmpty()) {
            post(settled, member, moves.all(), owners);
        }
        return moves.problems();
    }

    private void bring(CorrectionMoves moves, SettledOrder settled, Account account, List<OrderCorrection> all) {
        ToLongFunction<OrderCorrection> stays = stays(settled, account, all);
        List<OrderCorrection> given =
                all.stream().filter(OrderCorrection::gives).toList();
        List<OrderCorrection> taken = all.stream().filter(each -> !each.gives()).toList();
        CorrectionMoves.Terms terms = terms(settled, account);
        moves.given(given, CorrectionDue.of(given, stays), terms);
        moves.taken(taken, CorrectionDue.of(taken, stays), terms);
    }

    /** How much of a correction stays with the member once this much of the order came back: it was made for what was left by then. */
    private ToLongFunction<OrderCorrection> stays(SettledOrder settled, Account account, List<OrderCorrection> all) {
        if (!settled.present().member().equals(Optional.of(account.member()))) {
            return correction -> 0;
        }
        Map<UUID, Order> states = orders.whenMade(
                settled.orderId(), all.stream().map(OrderCorrection::entry).toList());
        Order content = settled.judgement()
                .map(judgement -> judgement.order().asIn(settled.present()))
                .orElse(settled.present());
        ReturnedParts parts = ReturnedParts.of(content);
        List<LineBasis> basis = basis(settled, account)
                .orElseGet(() -> content.lines().stream()
                        .map(line -> new LineBasis(line.lineId(), line.amount()))
                        .toList());
        return correction -> {
            long points = correction.size();
            return points
                    - Optional.ofNullable(states.get(correction.entry()))
                            .map(then -> parts.takenSince(ReturnedParts.of(then), points, basis))
                            .orElseGet(() -> parts.taken(points, basis));
        };
    }

    /** What of each line counts for the wallet's program, where it judged the order. */
    private static Optional<List<LineBasis>> basis(SettledOrder settled, Account account) {
        return settled.judgement()
                .flatMap(judgement -> judgement.programs().stream()
                        .filter(each -> account.version()
                                .filter(version -> version.code().equals(each.program()))
                                .isPresent())
                        .map(ProgramJudgement::basis)
                        .filter(basis -> !basis.isEmpty())
                        .findFirst());
    }

    private CorrectionMoves.Terms terms(SettledOrder settled, Account account) {
        Optional<ProgramDocument> document = account.version().map(ProgramVersion::document);
        Optional<Wallet> wallet = document.flatMap(each -> each.wallet(account.wallet()));
        return new CorrectionMoves.Terms(
                wallet.map(each -> DeficitPolicy.valueOf(each.deficit().name())).orElse(DeficitPolicy.DEBT),
                wallet.filter(each -> each.consumption() == Wallet.ConsumptionOrder.EARLIEST_EARNED)
                        .map(each -> ConsumptionOrder.FIRST_EARNED)
                        .orElse(ConsumptionOrder.EARLIEST_EXPIRY),
                wallet.map(each -> returns.policy(
                                account.member(), document.orElseThrow(), account.wallet(), settled.now()))
                        .orElseGet(ReturnPolicy::keepOriginal));
    }

    private void post(
            SettledOrder settled,
            MemberId member,
            List<CorrectionMoves.Move> moves,
            Map<WalletCode, WalletProgram> owners) {
        Posted posted = ledger.post(new Posting(
                member,
                settled.effectiveAt(),
                moves.stream().map(CorrectionMoves.Move::movement).toList(),
                Map.of()));
        for (int at = 0; at < moves.size(); at++) {
            CorrectionMoves.Move move = moves.get(at);
            WalletCode wallet = move.movement().wallet();
            Optional<WalletProgram> owner = Optional.ofNullable(owners.get(wallet));
            if (owner.isPresent()) {
                outbox.publish(
                        "points.adjusted",
                        Optional.of(member),
                        new AdjustmentService.PointsAdjusted(
                                owner.get().program(),
                                Optional.of(owner.get().version()),
                                wallet,
                                move.points(),
                                AdjustmentService.Kind.CORRECTION,
                                move.reason(),
                                posted.entries().get(at).id()));
            }
        }
    }
}
