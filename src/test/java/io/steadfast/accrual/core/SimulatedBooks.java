package io.steadfast.accrual.core;

import io.steadfast.programs.core.Earning;
import io.steadfast.programs.core.Effect;
import io.steadfast.programs.core.MinimumBasket;
import io.steadfast.programs.core.Rounding;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** One order through the pure core, with books that are a sum: what the service does, without a database. */
final class SimulatedBooks {

    static final ProgramCode PROGRAM = new ProgramCode("P");
    static final WalletCode WALLET = new WalletCode("POINTS");

    private final Function<Order, Judgement> judge;
    private final List<String> rows = new ArrayList<>();
    private final Map<GrantKey, Long> booked = new HashMap<>();
    private final Map<UUID, Long> lots = new HashMap<>();
    private Optional<OrderArrival.Known> known = Optional.empty();
    private long nextLot;

    SimulatedBooks() {
        this(SimulatedBooks::judge);
    }

    /** @param judge what judges an order, the first time and once more */
    SimulatedBooks(Function<Order, Judgement> judge) {
        this.judge = judge;
    }

    /** What came of an arrival. */
    OrderArrival.Effect arrives(Order arriving) {
        OrderArrival arrival = known.map(before -> OrderArrival.further(before, arriving))
                .orElseGet(() -> OrderArrival.first(arriving));
        if (arrival.effect() == OrderArrival.Effect.REPEATED) {
            known = known.map(before -> new OrderArrival.Known(arrival.present(), before.judgement()));
        } else if (arrival.effect() != OrderArrival.Effect.SUPERSEDED) {
            take(arrival);
        }
        return arrival.effect();
    }

    Optional<AccrualRefusal> refusalOf(Order arriving) {
        return known.flatMap(before -> OrderArrival.refusal(before, arriving));
    }

    /** A till reports one return of an order that is known. */
    void returns(OrderReturn one) {
        Order order = known.orElseThrow().order();
        List<OrderReturn> all = new ArrayList<>(order.returns());
        all.removeIf(each -> each.returnId().equals(one.returnId()));
        all.addAll(OrderReturns.union(order.returns(), List.of(one)).all().stream()
                .filter(each -> each.returnId().equals(one.returnId()))
                .toList());
        arrives(order.withReturns(all).withRevision(Optional.empty()));
    }

    private void take(OrderArrival arrival) {
        Optional<Judgement> before = known.flatMap(OrderArrival.Known::judgement);
        Optional<Judgement> judgement = switch (arrival.judging()) {
            case NOTHING -> Optional.empty();
            case AS_JUDGED -> before;
            case FIRST, AGAIN -> Optional.of(judge.apply(arrival.present()));
        };
        List<StandingGrant> standing = before.map(Judgement::grants).orElse(List.of());
        List<StandingGrant> wanted =
                judgement.map(each -> each.wanted(arrival.present())).orElse(List.of());
        OrderDifference difference = OrderDifference.between(standing, wanted);
        List<StandingGrant> now = difference.standing(post(difference));
        known = Optional.of(
                new OrderArrival.Known(arrival.present(), judgement.map(each -> each.standing(now, Map.of()))));
    }

    private Map<GrantKey, UUID> post(OrderDifference difference) {
        Map<GrantKey, UUID> posted = new HashMap<>();
        for (GrantChange change : difference.changes()) {
            rows.add(change.getClass().getSimpleName() + " " + change.key() + " by " + change.version() + ": "
                    + change.points() + (change instanceof GrantChange.Take take ? " of lot " + take.lot() : ""));
            if (change instanceof GrantChange.Give) {
                UUID lot = new UUID(0, ++nextLot);
                lots.put(lot, change.points());
                posted.put(change.key(), lot);
                booked.merge(change.key(), change.points(), Long::sum);
            } else if (change instanceof GrantChange.Take take) {
                long left = lots.merge(take.lot(), -take.points(), Long::sum);
                if (left < 0) {
                    throw new AssertionError("Took back more than lot " + take.lot() + " was granted");
                }
                booked.merge(change.key(), -change.points(), Long::sum);
            }
        }
        return posted;
    }

    /** Every change as it was posted, in order. */
    List<String> rows() {
        return List.copyOf(rows);
    }

    /** The books, without the accounts that came to nothing. */
    Map<String, Long> booked() {
        Map<String, Long> sums = new TreeMap<>();
        booked.forEach((key, points) -> {
            if (points != 0) {
                sums.put(key.toString(), points);
            }
        });
        return sums;
    }

    List<StandingGrant> standing() {
        return known.flatMap(OrderArrival.Known::judgement)
                .map(Judgement::grants)
                .orElse(List.of());
    }

    /** Granted and taken, per line and wallet. */
    Map<String, String> perLine() {
        Map<String, String> lines = new TreeMap<>();
        for (StandingGrant grant : standing()) {
            for (LineShare share : grant.grant().shares()) {
                long taken = grant.taken().stream()
                        .filter(each -> each.lineId().equals(share.lineId()))
                        .mapToLong(LineShare::points)
                        .sum();
                lines.put(grant.key() + " " + share.lineId(), share.points() + "-" + taken);
            }
        }
        return lines;
    }

    Order order() {
        return known.orElseThrow().order();
    }

    /** Some program: a pure function of what was bought, as every evaluator is. */
    private static Judgement judge(Order order) {
        MemberId member = order.member().orElseThrow();
        List<LineBasis> basis = order.lines().stream()
                .map(line -> new LineBasis(line.lineId(), line.amount()))
                .toList();
        List<StandingGrant> grants = new ArrayList<>();
        grants.add(standing(member, "RATE", shares(order, 7), Optional.empty()));
        grants.add(standing(member, "BONUS", shares(order, 13), Optional.empty()));
        grants.add(standing(
                member,
                "BASKET",
                shares(order, 3),
                Optional.of(new Grant.Minimum(order.linesAmount() / 2, MinimumBasket.OnReturn.ALL_OR_NOTHING))));
        grants.removeIf(each -> each.grant().points() == 0);
        return new Judgement(
                order,
                List.of(new ProgramJudgement(
                        PROGRAM,
                        1,
                        MemberFacts.enrolled(member, Instant.EPOCH),
                        basis,
                        List.of(),
                        List.of(),
                        List.of())),
                grants,
                Map.of(),
                List.of());
    }

    private static List<LineShare> shares(Order order, long per) {
        return order.lines().stream()
                .map(line -> new LineShare(line.lineId(), (line.amount() * per + 50) / 100))
                .toList();
    }

    private static StandingGrant standing(
            MemberId member, String rule, List<LineShare> shares, Optional<Grant.Minimum> minimum) {
        Grant grant = grant(rule, shares, minimum);
        return new StandingGrant(new GrantKey(member, PROGRAM, grant.rule(), WALLET), 1, grant, List.of(), List.of());
    }

    static Grant grant(String rule, List<LineShare> shares, Optional<Grant.Minimum> minimum) {
        long points = shares.stream().mapToLong(LineShare::points).sum();
        Arithmetic arithmetic = new Arithmetic(
                Arithmetic.Form.FIXED,
                BigDecimal.valueOf(points),
                Fraction.ONE,
                Effect.Steps.EXACT,
                Earning.MultiplierMode.ADDITIVE,
                Rounding.DEFAULT,
                List.of(),
                Optional.empty(),
                Fraction.of(points),
                points,
                List.of());
        return new Grant(
                new RuleCode(rule),
                WALLET,
                points,
                0,
                shares,
                Activation.immediate(Instant.EPOCH),
                Optional.empty(),
                minimum,
                List.of(),
                arithmetic);
    }
}
