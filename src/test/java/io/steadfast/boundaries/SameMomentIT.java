package io.steadfast.boundaries;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.Shop;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.ledger.Invariants;
import io.steadfast.memberships.MembershipService;
import io.steadfast.memberships.StartWish;
import io.steadfast.memberships.core.MembershipId;
import io.steadfast.memberships.core.Outcome;
import io.steadfast.platform.jobs.DueWork;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.PlanCode;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A payment's outcome, an order, returns and the nightly job meet at one moment, for one member, through the real services
 * and on threads of their own: 1,000 seeded schedules. On the day after their thirty-first a member's points lapse, their
 * tier is reviewed and their trial ends, all at 00:00; at that instant everything arrives. The clock goes from day to day,
 * and each day has a few members of its own, whom its nightly job finds.
 *
 * <p>What domain 53b says doesn't depend on arrival is compared with the same things done one after the other, once for each
 * scenario. No tier of this program multiplies: the tier multiplier of late orders may depend on arrival.
 */
class SameMomentIT extends ContainerTest {

    private static final System.Logger LOG = System.getLogger(SameMomentIT.class.getName());

    private static final long SEED = 5_301_122L;
    private static final int SCHEDULES = 1_000;
    private static final int A_DAY = 12;
    private static final int DAYS = 31;
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 10);
    private static final Money FEE = new Money(14_99, Currency.getInstance("USD"));

    /** The jobs that move what a member has. */
    private static final Set<String> NIGHTLY =
            Set.of("points_due", "tier_review", "memberships", "voucher_dates", "hold_timeouts");

    @Inject
    Shop shop;

    @Inject
    MembershipService memberships;

    @Inject
    ProgramService programs;

    @Inject
    Standing standing;

    @Inject
    Invariants invariants;

    @Inject
    @Any
    Instance<DueWork> due;

    private final List<DueWork> nightly = new ArrayList<>();
    private final Map<Scenario, String> alone = new TreeMap<>();
    private Optional<ProgramVersion> version = Optional.empty();

    /** What of each sort arrives. */
    private record Scenario(int payment, int order, int returned) implements Comparable<Scenario> {

        static final int PAYMENTS = 4;
        static final int ORDERS = 3;
        static final int RETURNS = 4;

        static Scenario of(int number) {
            return new Scenario(number % PAYMENTS, number / PAYMENTS % ORDERS, number / PAYMENTS / ORDERS % RETURNS);
        }

        static int all() {
            return PAYMENTS * ORDERS * RETURNS;
        }

        @Override
        public int compareTo(Scenario other) {
            return toString().compareTo(other.toString());
        }
    }

    /** A member on the way to their moment. */
    private record Case(int number, MemberId member, MembershipId membership, Order first, LocalDate day) {

        Instant moment() {
            return day.plusDays(DAYS).atStartOfDay(TOKYO).toInstant();
        }

        Instant onDay(int days) {
            return day.plusDays(days).atTime(12, 0).atZone(TOKYO).toInstant();
        }
    }

    @Test
    void what_meets_at_one_moment_comes_to_what_it_comes_to_one_after_the_other() throws Exception {
        long began = System.nanoTime();
        open();
        Random random = new Random(SEED);
        List<Case> waiting = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            int days = (Scenario.all() + SCHEDULES + A_DAY - 1) / A_DAY;
            for (int day = 0; day < days + DAYS; day++) {
                if (day >= DAYS) {
                    int first = (day - DAYS) * A_DAY;
                    meet(waiting.subList(first, first + A_DAY), random, threads);
                }
                if (day < days) {
                    waiting.addAll(join(day, threads));
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(shop.call(() -> invariants.violations())).as("seed " + SEED).isEmpty();
        LOG.log(
                Level.INFO,
                "Seed {0}: {1} schedules in {2} s",
                Long.toString(SEED),
                SCHEDULES,
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
    }

    private void open() {
        shop.open(FIRST.minusDays(2).atStartOfDay(TOKYO).toInstant().toString());
        ProgramCode program = shop.publish(
                Shop.template(
                        "P3",
                        "America/New_York",
                        TOKYO.getId(),
                        "\"amount\":12,\"unit\":\"months\"",
                        "\"amount\":30,\"unit\":\"days\"",
                        "\"trialDays\":30",
                        "\"trialDays\":" + DAYS,
                        "\"period\":{\"kind\":\"calendar_year\",\"startMonth\":1}",
                        "\"period\":{\"kind\":\"rolling\",\"amount\":30,\"unit\":\"days\"}",
                        "\"multipliers\":{\"points\":1.25}",
                        "\"multipliers\":{}",
                        "\"validity\":{\"kind\":\"to_end_of_next_period\"}",
                        "\"validity\":{\"kind\":\"duration\",\"amount\":30,\"unit\":\"days\"}"),
                FIRST.minusDays(2).atStartOfDay(TOKYO).toInstant().toString());
        version = shop.call(() -> programs.inForce(program, shop.now()));
        due.forEach(work -> {
            if (NIGHTLY.contains(work.kind())) {
                nightly.add(work);
            }
        });
        assertThat(nightly).hasSize(NIGHTLY.size());
    }

    /** The members of one day. */
    private List<Case> join(int day, ExecutorService threads) throws Exception {
        LocalDate date = FIRST.plusDays(day);
        shop.at(date.atTime(12, 0).atZone(TOKYO).toInstant().toString());
        List<Future<Case>> joining = new ArrayList<>();
        for (int number = day * A_DAY; number < (day + 1) * A_DAY; number++) {
            int own = number;
            joining.add(threads.submit(() -> joins(own, date)));
        }
        List<Case> joined = new ArrayList<>();
        for (Future<Case> one : joining) {
            joined.add(one.get());
        }
        return joined;
    }

    private Case joins(int number, LocalDate day) {
        Instant noon = day.atTime(12, 0).atZone(TOKYO).toInstant();
        MemberId member =
                shop.member("m" + number, noon.toString(), version.orElseThrow().code());
        MembershipId membership = shop.call(() -> memberships.start(new StartWish(
                        member,
                        version.orElseThrow().code(),
                        new PlanCode("PRIME"),
                        Optional.empty(),
                        Optional.empty(),
                        StartWish.Trial.AS_OFFERED)))
                .subscription()
                .id();
        Order first =
                Shop.order("A" + number, noon.toString(), "USD", Shop.line("1", 1, 200_00), Shop.line("2", 1, 120_00));
        assertThat(Shop.granted(shop.put(member, first).receipt())).isEqualTo(640);
        return new Case(number, member, membership, first, day);
    }

    /** The first of each scenario is done one after the other; what it comes to is what the others must come to. */
    private void meet(List<Case> cases, Random random, ExecutorService threads) throws Exception {
        shop.at(cases.get(0).moment().toString());
        boolean reference = cases.get(0).number() < Scenario.all();
        Map<Case, Scenario> scenarios = new LinkedHashMap<>();
        List<Runnable> arriving = new ArrayList<>();
        for (Case one : cases) {
            Scenario scenario = Scenario.of(reference ? one.number() : random.nextInt(Scenario.all()));
            scenarios.put(one, scenario);
            List<Runnable> own = arriving(one, scenario);
            if (!reference) {
                Collections.shuffle(own, random);
            }
            arriving.addAll(own);
        }
        if (reference) {
            arriving.forEach(Runnable::run);
            night(cases.get(0));
        } else {
            arriving.add(random.nextInt(arriving.size()), () -> night(cases.get(0)));
            arriving.add(random.nextInt(arriving.size()), () -> night(cases.get(0)));
            atOnce(
                    arriving,
                    random,
                    threads,
                    "seed " + SEED + ", schedules from " + cases.get(0).number());
        }
        List<Future<String>> looking = new ArrayList<>();
        cases.forEach(one -> looking.add(threads.submit(() -> standing(one))));
        int at = 0;
        for (Map.Entry<Case, Scenario> each : scenarios.entrySet()) {
            String seen = looking.get(at++).get();
            if (reference) {
                alone.put(each.getValue(), seen);
            } else {
                assertThat(seen)
                        .as("seed " + SEED + ", schedule " + each.getKey().number() + ", " + each.getValue())
                        .isEqualTo(alone.get(each.getValue()));
            }
        }
    }

    private String standing(Case one) {
        List<String> orders = List.of("A" + one.number(), "B" + one.number());
        return standing.of(shop, new Standing.Asked(one.member(), version.orElseThrow(), orders, moments(one)));
    }

    private static List<Instant> moments(Case one) {
        return List.of(
                one.onDay(1),
                one.onDay(4),
                one.onDay(5),
                one.onDay(29),
                one.moment().minusSeconds(1),
                one.moment(),
                one.onDay(DAYS + 1));
    }

    private List<Runnable> arriving(Case one, Scenario scenario) {
        List<Runnable> arriving = new ArrayList<>();
        arriving.addAll(payments(one, scenario.payment()));
        arriving.addAll(orders(one, scenario.order()));
        arriving.addAll(returns(one, scenario.returned()));
        return arriving;
    }

    private void night(Case one) {
        nightly.forEach(work -> shop.call(() -> {
            work.runDue(one.moment());
            return null;
        }));
    }

    private List<Runnable> payments(Case one, int which) {
        Outcome paid = new Outcome(Outcome.Kind.PAID, "p", "p", one.moment(), FEE);
        Outcome failed = new Outcome(Outcome.Kind.FAILED, "f", "f", one.moment(), FEE);
        return switch (which) {
            case 0 -> List.of(() -> report(one, paid));
            case 1 -> List.of(() -> report(one, failed), () -> report(one, paid));
            case 2 -> List.of(() -> report(one, failed), () -> report(one, failed));
            default -> List.of(() -> report(one, paid), () -> report(one, failed), () -> report(one, paid));
        };
    }

    private void report(Case one, Outcome outcome) {
        shop.call(() -> memberships.report(one.membership(), outcome));
    }

    /** The last state is the same whichever arrives first: one of 350.00 or 90.00. */
    private List<Runnable> orders(Case one, int which) {
        return switch (which) {
            case 0 -> List.of(() -> put(one, 1, OrderStatus.PAID, 90_00));
            case 1 ->
                List.of(
                        () -> put(one, 1, OrderStatus.PLACED, 350_00),
                        () -> put(one, 2, OrderStatus.PAID, 350_00),
                        () -> put(one, 2, OrderStatus.PAID, 350_00));
            default -> List.of(() -> put(one, 1, OrderStatus.PAID, 90_00), () -> put(one, 2, OrderStatus.PAID, 350_00));
        };
    }

    private void put(Case one, long revision, OrderStatus status, long amount) {
        OrderLine line = Shop.line("1", 1, amount);
        Order order = Shop.order("B" + one.number(), one.moment().toString(), "USD", line);
        shop.put(one.member(), Shop.with(order, status, Optional.of(revision), List.of()));
    }

    private List<Runnable> returns(Case one, int which) {
        String now = one.moment().toString();
        return switch (which) {
            case 0 -> List.of(() -> back(one, "r1", now, "1"));
            case 1 -> List.of(() -> back(one, "r1", now, "1"), () -> back(one, "r2", now, "2"));
            case 2 -> List.of(() -> back(one, "r1", now, "2"), () -> back(one, "r1", now, "2"));
            default -> List.of(() -> back(one, "late", one.onDay(5).toString(), "1"));
        };
    }

    private void back(Case one, String id, String at, String line) {
        shop.giveBack(one.first(), Shop.goods(id, at, line, 1));
    }

    /** Each on a thread of its own, from one instant on and after a turn or none. */
    private static void atOnce(List<Runnable> arriving, Random random, ExecutorService threads, String schedule)
            throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> running = new ArrayList<>();
        for (Runnable one : arriving) {
            int turns = random.nextInt(4) * random.nextInt(20_000);
            running.add(threads.submit(() -> {
                awaits(start);
                for (int turn = 0; turn < turns; turn++) {
                    Thread.onSpinWait();
                }
                one.run();
            }));
        }
        start.countDown();
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                throw new ExecutionException(schedule, failed.getCause());
            }
        }
    }

    private static void awaits(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
