package io.steadfast.accrual.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.core.ProgramVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What was stored of each judgement, its version and facts, is enough to write the ledger again row by row (I9). */
class ReplaySchedulesTest {

    private static final int SCHEDULES = 1_000;

    /** Something reported about one of the orders. */
    private record Step(int order, Optional<List<Long>> amounts, Optional<OrderReturn> returned) {}

    /** What is kept of a first judgement. */
    private record Stored(ProgramVersion version, MemberFacts facts) {}

    /** A shop whose program changes while orders come in, and whose caps fill up. */
    private static final class Life {

        private final Map<Integer, SimulatedBooks> books = new HashMap<>();
        private final Map<Integer, Stored> stored = new HashMap<>();
        private final List<String> rows = new ArrayList<>();
        private final Function<Integer, Stored> facts;

        Life(Function<Integer, Stored> facts) {
            this.facts = facts;
        }

        void happen(Step step) {
            SimulatedBooks own =
                    books.computeIfAbsent(step.order(), number -> new SimulatedBooks(order -> judged(number, order)));
            int before = own.rows().size();
            step.amounts().ifPresent(amounts -> own.arrives(RandomPrograms.order(amounts)));
            step.returned().ifPresent(own::returns);
            own.rows().subList(before, own.rows().size()).forEach(row -> rows.add("order " + step.order() + " " + row));
        }

        private Judgement judged(int number, Order order) {
            Stored by = stored.computeIfAbsent(number, facts);
            AccrualDecision decision = AccrualEvaluator.evaluate(by.version(), by.facts(), order);
            List<StandingGrant> grants = decision.grants().stream()
                    .map(grant -> new StandingGrant(
                            new GrantKey(
                                    order.member().orElseThrow(), decision.program(), grant.rule(), grant.wallet()),
                            decision.version(),
                            grant,
                            List.of(),
                            List.of()))
                    .toList();
            return new Judgement(
                    order, List.of(ProgramJudgement.of(decision, by.facts())), grants, Map.of(), List.of());
        }
    }

    @Test
    void replaying_stored_orders_with_their_versions_reproduces_the_ledger_row_by_row() {
        long first = Long.getLong("steadfast.seed", System.nanoTime());
        System.getLogger(ReplaySchedulesTest.class.getName())
                .log(System.Logger.Level.INFO, "Replayed schedules from seed {0}", Long.toString(first));
        long written = 0;
        for (long seed = first; seed < first + SCHEDULES; seed++) {
            List<Step> steps = steps(new Random(seed));
            assertThat(failing(seed, steps))
                    .as("replay: seed %d, shrunk schedule", seed)
                    .isEmpty();
            written += lived(seed, steps).rows.size();
        }
        assertThat(written).isGreaterThan(SCHEDULES);
    }

    /** The shortest schedule that still fails, found by leaving out one step after the other. */
    private static Optional<List<Step>> failing(long seed, List<Step> steps) {
        if (holds(seed, steps)) {
            return Optional.empty();
        }
        List<Step> failing = new ArrayList<>(steps);
        for (int at = 0; at < failing.size(); at++) {
            List<Step> shorter = new ArrayList<>(failing);
            shorter.remove(at);
            if (isPlayable(shorter) && !holds(seed, shorter)) {
                failing = shorter;
                at = -1;
            }
        }
        return Optional.of(failing);
    }

    private static boolean isPlayable(List<Step> steps) {
        List<Integer> known = new ArrayList<>();
        for (Step step : steps) {
            step.amounts().ifPresent(amounts -> known.add(step.order()));
            if (!known.contains(step.order())) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(long seed, List<Step> steps) {
        Life life = lived(seed, steps);
        Life replayed = new Life(number -> {
            throw new AssertionError("Order " + number + " was judged by nothing that was stored");
        });
        replayed.stored.putAll(life.stored);
        steps.forEach(replayed::happen);
        return replayed.rows.equals(life.rows);
    }

    /** Judged as it happens: by the version in force then, with the caps that are used up by then. */
    private static Life lived(long seed, List<Step> steps) {
        Random random = new Random(seed);
        RandomPrograms.Case before = RandomPrograms.random(random);
        RandomPrograms.Case after = RandomPrograms.random(random);
        Usage[] usage = {Usage.NONE};
        Life life = new Life(number -> {
            ProgramVersion program = (number < 3 ? before : after).program();
            ProgramVersion version =
                    new ProgramVersion(program.code(), number < 3 ? 1 : 2, program.document(), program.effectiveFrom());
            return new Stored(version, Baskets.inTier(version, before.tier()).withUsage(usage[0]));
        });
        for (Step step : steps) {
            boolean isFirst = !life.stored.containsKey(step.order());
            life.happen(step);
            if (isFirst) {
                Stored by = Optional.ofNullable(life.stored.get(step.order())).orElseThrow();
                usage[0] = Baskets.after(
                        usage[0],
                        AccrualEvaluator.evaluate(
                                by.version(),
                                by.facts(),
                                RandomPrograms.order(step.amounts().orElseThrow())));
            }
        }
        return life;
    }

    private static List<Step> steps(Random random) {
        List<Step> steps = new ArrayList<>();
        int orders = 1 + random.nextInt(6);
        for (int number = 0; number < orders; number++) {
            steps.add(state(number, random));
            for (int more = random.nextInt(4); more > 0; more--) {
                int known = random.nextInt(number + 1);
                steps.add(random.nextBoolean() ? state(known, random) : returned(known, "R" + steps.size(), random));
            }
        }
        return steps;
    }

    private static Step state(int order, Random random) {
        List<Long> amounts =
                random.longs(1 + random.nextInt(4), 0, 20_000).boxed().toList();
        return new Step(order, Optional.of(amounts), Optional.empty());
    }

    private static Step returned(int order, String id, Random random) {
        OrderReturn one = random.nextBoolean()
                ? Orders.goods(id, "L1", 1)
                : Orders.money(id, Optional.empty(), 1 + random.nextInt(9_000));
        return new Step(order, Optional.empty(), Optional.of(one));
    }
}
