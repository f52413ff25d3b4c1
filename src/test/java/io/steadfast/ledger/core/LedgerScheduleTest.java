package io.steadfast.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.shared.Origin;
import io.steadfast.shared.RuleCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Any schedule of grants, uses, holds, reversals, returns, new dates, clock moves and jobs keeps the books whole. Each
 * run draws a new seed; a failure prints it with the smallest schedule that still fails.
 */
class LedgerScheduleTest {

    private static final int SCHEDULES = Integer.getInteger("steadfast.schedules", 1_500);
    private static final int STEPS = 30;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration KEPT_ALIVE = Duration.ofDays(12);
    private static final Cause RULE =
            Cause.rule(new Origin(Origin.Kind.PROGRAM, "P", 1, Optional.of(new RuleCode("base"))));

    private enum Act {
        GRANT,
        SPEND,
        RESERVE,
        SETTLE,
        TAKE_BACK,
        GIVE_BACK,
        REDATE,
        BLOCK,
        UNBLOCK,
        REINSTATE,
        TOUCH,
        LATE_ORDER,
        CLOCK,
        CATCH_UP
    }

    /** One step; what its numbers mean depends on the books it meets, so that any part of a schedule is a schedule. */
    private record Step(Act act, int size, int pick, int days) {}

    /** Earned at the very instant at which the account lapses. */
    @Test
    void what_was_earned_since_the_deadline_is_usable_before_the_job_has_run() {
        Step lapseNow = new Step(Act.TOUCH, 1, 0, 0);
        assertThat(problem(List.of(new Step(Act.GRANT, 30, 7, 20), lapseNow, new Step(Act.BLOCK, 1, 0, 0))))
                .isEmpty();
        assertThat(problem(List.of(new Step(Act.GRANT, 30, 7, 20), lapseNow, new Step(Act.SPEND, 30, 1, 0))))
                .isEmpty();
    }

    /** Given, lapsed, brought back, lapsed again: the claw-back finds it there. */
    @Test
    void a_claw_back_never_takes_more_than_was_given_though_points_came_back_and_lapsed_again() {
        Run run = new Run(false, true);
        Step grant = new Step(Act.GRANT, 100, 7, 10);
        Step month = new Step(Act.CLOCK, 1, 0, 30);
        run.play(List.of(
                grant, month, new Step(Act.REINSTATE, 1, 0, 10), month, new Step(Act.TAKE_BACK, 100, 0, debtPolicy())));
        assertThat(run.books.sums()).isEqualTo(AccountChange.NONE);
    }

    private static int debtPolicy() {
        return List.of(DeficitPolicy.values()).indexOf(DeficitPolicy.DEBT);
    }

    @Test
    void balances_lots_and_entries_agree_after_any_schedule() {
        holds(LedgerScheduleTest::problem, List.of(Act.values()), SCHEDULES);
    }

    @Test
    void what_arrived_before_it_expired_has_repaid_first_however_late_that_is_posted() {
        Step owes = new Step(Act.TAKE_BACK, 50, 0, debtPolicy());
        Step activeFromTomorrowForTwoWeeks = new Step(Act.GRANT, 100, 1, 16);
        List<Step> schedule = List.of(
                new Step(Act.GRANT, 50, 6, 0),
                new Step(Act.SPEND, 50, 1, 0),
                owes,
                activeFromTomorrowForTwoWeeks,
                new Step(Act.CLOCK, 1, 0, 40));
        assertThat(difference(schedule)).isEmpty();
        Run late = new Run(false, true);
        late.play(schedule);
        assertThat(late.books.sums().debt()).isZero();
        assertThat(late.books.entries)
                .filteredOn(entry -> entry.kind() == EntryKind.EXPIRY)
                .extracting(EntryDraft::points)
                .containsExactly(-50L);
    }

    /** The hold's points and the used ones outlive the account; nothing of them stays, whether the job ran before or after. */
    @Test
    void what_a_hold_frees_and_a_use_gives_back_when_the_account_has_lapsed_has_lapsed_with_it() {
        Step lasts = new Step(Act.GRANT, 100, 6, 0);
        Step keepOriginal = new Step(Act.GIVE_BACK, 30, 0, 0);
        for (boolean job : List.of(true, false)) {
            Run run = new Run(false, true);
            List<Step> schedule = new ArrayList<>(List.of(
                    lasts,
                    new Step(Act.SPEND, 30, 1, 0),
                    new Step(Act.RESERVE, 50, 1, 0),
                    new Step(Act.TOUCH, 1, 0, 0),
                    new Step(Act.CLOCK, 1, 0, 12)));
            if (job) {
                schedule.add(new Step(Act.CATCH_UP, 1, 0, 0));
            }
            schedule.add(new Step(Act.SETTLE, 1, 0, 0));
            schedule.add(keepOriginal);
            run.play(schedule);
            assertThat(run.books.sums().total()).isZero();
            assertThat(run.books.lots().values())
                    .extracting(lot -> lot.in(LotState.EXPIRED))
                    .containsExactly(100L);
        }
    }

    /** The deadline is on the twelfth day; the order of the fifth is heard of on the thirteenth. */
    @Test
    void an_order_from_before_the_deadline_keeps_the_account_alive_whether_or_not_the_job_has_run() {
        Step neverExpires = new Step(Act.GRANT, 100, 6, 0);
        for (boolean job : List.of(true, false)) {
            Run run = new Run(false, true);
            List<Step> schedule = new ArrayList<>(List.of(
                    neverExpires,
                    new Step(Act.RESERVE, 40, 1, 0),
                    new Step(Act.TOUCH, 1, 0, 0),
                    new Step(Act.CLOCK, 1, 0, 13)));
            if (job) {
                schedule.add(new Step(Act.CATCH_UP, 1, 0, 0));
            }
            schedule.add(new Step(Act.LATE_ORDER, 30, 8, 0));
            run.books(schedule);
            assertThat(run.books.sums().active()).isEqualTo(90);
            assertThat(run.books.sums().held()).isEqualTo(40);
            assertThat(run.books.lots().values())
                    .extracting(lot -> lot.dates().expiresAt())
                    .containsOnly(Optional.empty());
        }
    }

    /** The order of the fifth day, heard of on the thirtieth, would have kept the account alive to the seventeenth. */
    @Test
    void an_account_that_a_late_order_kept_alive_lapses_again_with_what_the_order_brought() {
        Step neverExpires = new Step(Act.GRANT, 100, 6, 0);
        for (boolean job : List.of(true, false)) {
            Run run = new Run(false, true);
            List<Step> schedule =
                    new ArrayList<>(List.of(neverExpires, new Step(Act.TOUCH, 1, 0, 0), new Step(Act.CLOCK, 1, 0, 24)));
            if (job) {
                schedule.add(new Step(Act.CATCH_UP, 1, 0, 0));
            }
            schedule.add(new Step(Act.LATE_ORDER, 30, 19, 0));
            run.books(schedule);
            run.books.catchUp(run.now);
            assertThat(run.books.sums().total()).isZero();
            assertThat(run.books.entries)
                    .filteredOn(entry -> entry.kind() == EntryKind.EXPIRY)
                    .last()
                    .extracting(EntryDraft::effectiveAt)
                    .isEqualTo(START.plus(Duration.ofDays(17)));
        }
    }

    /** Three lots lapse with the account and come back while the member owes: the first earned repays first, whatever their ids. */
    @Test
    void what_a_late_order_brings_back_repays_in_the_order_in_which_it_would_be_used() {
        Step lastEarnedFirst = new Step(Act.GRANT, 37, 42, 0);
        Step spent = new Step(Act.GRANT, 54, 6, 0);
        for (boolean job : List.of(true, false)) {
            Run run = new Run(false, true);
            List<Step> schedule = new ArrayList<>(List.of(
                    spent,
                    new Step(Act.SPEND, 54, 1, 0),
                    lastEarnedFirst,
                    new Step(Act.GRANT, 43, 30, 0),
                    new Step(Act.GRANT, 7, 18, 0),
                    new Step(Act.TOUCH, 1, 0, 0),
                    new Step(Act.CLOCK, 1, 0, 13)));
            if (job) {
                schedule.add(new Step(Act.CATCH_UP, 1, 0, 0));
            }
            run.books(schedule);
            run.books.catchUp(run.now);
            run.play(new Step(Act.TAKE_BACK, 54, 0, debtPolicy()));
            run.play(new Step(Act.LATE_ORDER, 30, 8, 0));
            assertThat(run.books.entries)
                    .filteredOn(entry -> entry.kind() == EntryKind.REPAYMENT)
                    .first()
                    .satisfies(entry -> assertThat(entry.allocations())
                            .extracting(EntryDraft.Allocation::points)
                            .containsExactly(7L, 43L, 4L));
        }
    }

    @Test
    void a_lot_that_lapsed_with_its_account_gets_no_new_date_whether_or_not_the_job_has_run() {
        Step neverExpires = new Step(Act.GRANT, 100, 6, 0);
        for (boolean job : List.of(true, false)) {
            Run run = new Run(false, true);
            run.books(List.of(
                    neverExpires,
                    new Step(Act.RESERVE, 40, 1, 0),
                    new Step(Act.TOUCH, 1, 0, 0),
                    new Step(Act.CLOCK, 1, 0, 12)));
            if (job) {
                run.books.catchUp(run.now);
            }
            UUID lot = run.books.lots().keySet().iterator().next();
            Instant later = run.now.plus(Duration.ofDays(9));
            for (Movement movement : List.of(
                    new Movement.Redate(MemoryBooks.POINTS, lot, Optional.empty(), Optional.of(later), RULE),
                    new Movement.Unlimit(MemoryBooks.POINTS, lot, RULE),
                    new Movement.Told(MemoryBooks.POINTS, lot, later, RULE))) {
                assertThatThrownBy(() -> run.books.post(run.posting(movement), run.now))
                        .isInstanceOf(LedgerRefused.class)
                        .extracting(refused -> ((LedgerRefused) refused).reason())
                        .isEqualTo(LedgerRefusal.LOT_EXPIRED);
            }
        }
    }

    @Test
    void books_after_late_jobs_equal_books_after_timely_jobs() {
        List<Act> acts = new ArrayList<>(List.of(Act.values()));
        acts.addAll(List.of(Act.SPEND, Act.SPEND, Act.TAKE_BACK, Act.TAKE_BACK, Act.CLOCK));
        holds(LedgerScheduleTest::difference, acts, SCHEDULES / 5);
    }

    private static void holds(Function<List<Step>, Optional<String>> property, List<Act> acts, int schedules) {
        long seed = Long.getLong("steadfast.seed", System.nanoTime());
        for (int i = 0; i < schedules; i++) {
            List<Step> schedule = schedule(new Random(seed + i), acts);
            Optional<String> problem = property.apply(schedule);
            if (problem.isPresent()) {
                List<Step> small = shrunk(schedule, property);
                throw new AssertionError("seed " + (seed + i) + ": "
                        + property.apply(small).orElse(problem.get()) + "\n  "
                        + String.join("\n  ", small.stream().map(Step::toString).toList()));
            }
        }
    }

    private static List<Step> schedule(Random random, List<Act> acts) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            Act act = random.nextInt(3) == 0 ? Act.GRANT : acts.get(random.nextInt(acts.size()));
            steps.add(new Step(act, 1 + random.nextInt(100), random.nextInt(1000), random.nextInt(60)));
        }
        return steps;
    }

    private static List<Step> shrunk(List<Step> failing, Function<List<Step>, Optional<String>> property) {
        List<Step> small = new ArrayList<>(failing);
        for (int i = small.size() - 1; i >= 0; i--) {
            List<Step> without = new ArrayList<>(small);
            without.remove(i);
            if (property.apply(without).isPresent()) {
                small = without;
            }
        }
        return small;
    }

    private static Optional<String> problem(List<Step> schedule) {
        try {
            new Run(false, false).play(schedule);
            return Optional.empty();
        } catch (AssertionError | RuntimeException failure) {
            return Optional.of(failure.toString());
        }
    }

    /** What differs between two runs of a schedule, one whose jobs run when the schedule says so and one whose jobs are always in time. */
    private static Optional<String> difference(List<Step> schedule) {
        try {
            Run late = new Run(false, true);
            Run timely = new Run(true, true);
            late.play(schedule);
            timely.play(schedule);
            assertThat(late.outcomes).isEqualTo(timely.outcomes);
            return Optional.empty();
        } catch (AssertionError | RuntimeException failure) {
            return Optional.of(failure.toString());
        }
    }

    /** One schedule over one member's books. */
    private static final class Run {

        private final MemoryBooks books = new MemoryBooks();
        private final Set<UUID> settled = new HashSet<>();
        private final boolean timely;
        private final boolean comparable;

        /** After each step what was refused and what the books say, with what time has done posted. */
        private final List<String> outcomes = new ArrayList<>();

        private Instant now = START;

        Run(boolean timely, boolean comparable) {
            this.timely = timely;
            this.comparable = comparable;
        }

        void play(List<Step> schedule) {
            books(schedule);
            work(now.plus(Duration.ofDays(2_000)));
            books.catchUp(now);
            check();
            assertThat(books.catchUp(now).entries())
                    .as("a second run of the jobs")
                    .isEmpty();
        }

        void books(List<Step> schedule) {
            for (Step step : schedule) {
                String refusal = "";
                try {
                    play(step);
                } catch (LedgerRefused refused) {
                    refusal = "refused";
                }
                check();
                work(now);
                if (comparable) {
                    outcomes.add(step + " " + refusal + " " + said());
                }
            }
        }

        /** Time passes; a job that is in time works at every instant at which something is due. */
        private void work(Instant until) {
            while (timely && books.nextDue().filter(due -> !due.isAfter(until)).isPresent()) {
                Instant due = books.nextDue().orElseThrow();
                now = due.isAfter(now) ? due : now;
                books.catchUp(now);
                check();
            }
            now = until;
        }

        private String said() {
            MemoryBooks after = books.caughtUp(now);
            return after.sums().debt() + " owed, " + after.sums().lifetime() + " in all, "
                    + after.lots().values().stream().map(Run::said).toList();
        }

        /** With its end, while anything of it lives. */
        private static List<String> said(MemoryBooks.LotStates lot) {
            List<String> said = new ArrayList<>();
            lot.points().entrySet().stream()
                    .filter(state -> state.getValue() > 0)
                    .map(Map.Entry::toString)
                    .forEach(said::add);
            if (lot.in(LotState.PENDING) + lot.in(LotState.ACTIVE) + lot.in(LotState.BLOCKED) > 0) {
                said.add("until " + lot.dates().expiresAt());
            }
            return said;
        }

        private void play(Step step) {
            switch (step.act()) {
                case GRANT -> grant(step);
                case SPEND ->
                    use(
                            step,
                            new Movement.Spend(
                                    EntryKind.REDEMPTION, MemoryBooks.POINTS, step.size(), order(step), RULE));
                case RESERVE -> use(step, new Movement.Reserve(MemoryBooks.POINTS, step.size(), order(step), RULE));
                case SETTLE -> settle(step);
                case TAKE_BACK -> takeBack(step);
                case GIVE_BACK -> giveBack(step);
                case REDATE -> redate(step);
                case BLOCK -> onALot(step, lot -> new Movement.Block(MemoryBooks.POINTS, lot, RULE));
                case UNBLOCK -> onALot(step, lot -> new Movement.Unblock(MemoryBooks.POINTS, lot, RULE));
                case REINSTATE -> reinstate(step);
                case TOUCH -> books.post(kept(step, List.of()), now);
                case LATE_ORDER -> lateOrder(step);
                case CLOCK -> work(now.plus(Duration.ofDays(step.days())));
                case CATCH_UP -> books.catchUp(now);
            }
        }

        /**
         * An activity that may have happened long before it is heard of. Who is active later is kept alive longer, except where the
         * schedule makes the rule itself a matter of chance.
         */
        private Posting kept(Step step, List<Movement> movements) {
            Instant at = now.minus(Duration.ofDays(step.pick() % 20));
            Instant until = comparable ? at.plus(KEPT_ALIVE) : now.plus(Duration.ofDays(step.days()));
            return new Posting(MemoryBooks.MEMBER, at, movements, Map.of(MemoryBooks.POINTS, until));
        }

        private void lateOrder(Step step) {
            Instant earned = now.minus(Duration.ofDays(step.pick() % 20));
            Optional<Instant> activates = Optional.of(earned.plus(Duration.ofDays(step.size() % 3 * 5)));
            Optional<Instant> expires =
                    step.days() % 2 == 0 ? Optional.empty() : Optional.of(earned.plus(Duration.ofDays(step.days())));
            LotDates dates = new LotDates(earned, activates, expires);
            books.post(kept(step, List.of(Movement.Grant.accrual(MemoryBooks.POINTS, step.size(), dates, RULE))), now);
        }

        /** The books as a use finds them: where something is owed, what arrived before has repaid. */
        private MemoryBooks seen() {
            return books.sums().debt() > 0 ? books.caughtUp(now) : books;
        }

        private static ConsumptionOrder order(Step step) {
            return step.pick() % 5 == 0 ? ConsumptionOrder.FIRST_EARNED : ConsumptionOrder.EARLIEST_EXPIRY;
        }

        private void grant(Step step) {
            Instant earned = now.minus(Duration.ofDays(step.pick() % 7));
            Optional<Instant> activates = switch (step.pick() % 4) {
                case 0 -> Optional.empty();
                case 1 -> Optional.of(now.plus(Duration.ofDays(step.days() % 15)));
                default -> Optional.of(earned);
            };
            Optional<Instant> expires =
                    step.pick() % 3 == 0 ? Optional.empty() : Optional.of(earned.plus(Duration.ofDays(step.days())));
            LotDates dates = new LotDates(earned, activates, expires);
            books.post(posting(Movement.Grant.accrual(MemoryBooks.POINTS, step.size(), dates, RULE)), now);
        }

        private void use(Step step, Movement movement) {
            long before = seen().spendable(now);
            Map<UUID, MemoryBooks.LotStates> lots = seen().lots();
            if (before < step.size()) {
                try {
                    books.post(posting(movement), now);
                } catch (LedgerRefused refused) {
                    assertThat(refused.reason()).isEqualTo(LedgerRefusal.INSUFFICIENT_POINTS);
                    return;
                }
                throw new AssertionError("used " + step.size() + " of " + before);
            }
            EntryDraft used =
                    books.post(posting(movement), now).primaryEntries().get(0);
            assertThat(used.allocations().stream()
                            .mapToLong(EntryDraft.Allocation::points)
                            .sum())
                    .isEqualTo(step.size());
            checkOrder(used, lots, order(step));
        }

        /** Nothing is left in a usable lot that should have gone before another. */
        private void checkOrder(EntryDraft used, Map<UUID, MemoryBooks.LotStates> before, ConsumptionOrder order) {
            Map<UUID, MemoryBooks.LotStates> after = books.lots();
            EntryDraft.Allocation last =
                    used.allocations().get(used.allocations().size() - 1);
            for (Map.Entry<UUID, MemoryBooks.LotStates> lot : before.entrySet()) {
                boolean usable = books.usable(lot.getValue(), now) > 0;
                if (usable && compare(lot, Map.entry(last.lot(), before.get(last.lot())), order) < 0) {
                    assertThat(after.get(lot.getKey()).in(LotState.ACTIVE))
                            .as("left in lot " + lot.getKey())
                            .isZero();
                }
            }
        }

        private static int compare(
                Map.Entry<UUID, MemoryBooks.LotStates> one,
                Map.Entry<UUID, MemoryBooks.LotStates> other,
                ConsumptionOrder order) {
            Instant first = one.getValue().dates().expiresAt().orElse(Instant.MAX);
            Instant second = other.getValue().dates().expiresAt().orElse(Instant.MAX);
            if (order == ConsumptionOrder.EARLIEST_EXPIRY && !first.equals(second)) {
                return first.compareTo(second);
            }
            int byActivity = one.getValue()
                    .dates()
                    .activityAt()
                    .compareTo(other.getValue().dates().activityAt());
            return byActivity != 0 ? byActivity : one.getKey().compareTo(other.getKey());
        }

        private void settle(Step step) {
            List<EntryDraft> holds = books.entries.stream()
                    .filter(entry -> entry.kind() == EntryKind.HOLD && !settled.contains(entry.id()))
                    .toList();
            if (!holds.isEmpty()) {
                Set<UUID> blocked = blocked();
                Map<UUID, Long> usable = usable();
                EntryDraft hold = holds.get(step.pick() % holds.size());
                long spent = Math.min(
                        step.pick() % 3 == 0 ? 0 : step.size(), hold.change().held());
                books.post(
                        posting(new Movement.Settle(MemoryBooks.POINTS, hold.id(), spent, EntryKind.REDEMPTION, RULE)),
                        now);
                settled.add(hold.id());
                blocked.forEach(lot -> assertThat(usable().get(lot))
                        .as("freed by a hold in a blocked lot")
                        .isLessThanOrEqualTo(usable.get(lot)));
            }
        }

        private Set<UUID> blocked() {
            Set<UUID> blocked = new HashSet<>(books.lots().keySet());
            blocked.removeIf(lot -> books.lots().get(lot).in(LotState.BLOCKED) == 0);
            return blocked;
        }

        private Map<UUID, Long> usable() {
            Map<UUID, Long> usable = new HashMap<>();
            books.lots().forEach((id, lot) -> usable.put(id, books.usable(lot, now)));
            return usable;
        }

        private void takeBack(Step step) {
            List<UUID> lots = List.copyOf(books.lots().keySet());
            if (!lots.isEmpty()) {
                UUID lot = lots.get(step.pick() % lots.size());
                DeficitPolicy[] policies = DeficitPolicy.values();
                DeficitPolicy policy = policies[step.days() % policies.length];
                Plan plan = books.post(
                        posting(new Movement.TakeBack(MemoryBooks.POINTS, lot, step.size(), policy, RULE)), now);
                checkTaken(plan.primaryEntries().get(0), books.family(lot));
            }
        }

        /** What lapsed was lost already, also where it came back and lapsed again: other points pay only for what was used. */
        private void checkTaken(EntryDraft taken, List<UUID> family) {
            long elsewhere = taken.allocations().stream()
                    .filter(each -> !family.contains(each.lot()))
                    .mapToLong(EntryDraft.Allocation::points)
                    .sum();
            if (elsewhere + taken.change().debt() + taken.forgiven() > 0) {
                assertThat(books.unused(family))
                        .as("left of the lot when others paid")
                        .isZero();
            }
        }

        private void giveBack(Step step) {
            List<SpendFacts> spends = books.spends().values().stream()
                    .filter(spend -> spend.kind() == EntryKind.REDEMPTION)
                    .toList();
            if (!spends.isEmpty()) {
                SpendFacts spend = spends.get(step.pick() % spends.size());
                ReturnPolicy policy = switch (step.days() % 3) {
                    case 0 -> ReturnPolicy.keepOriginal();
                    case 1 -> ReturnPolicy.atLeastUntil(now.plus(Duration.ofDays(30)));
                    default -> ReturnPolicy.fresh(Optional.empty());
                };
                books.post(
                        posting(new Movement.GiveBack(MemoryBooks.POINTS, spend.entry(), step.size(), policy, RULE)),
                        now);
            }
        }

        private void redate(Step step) {
            List<UUID> lots = List.copyOf(books.lots().keySet());
            if (!lots.isEmpty()) {
                UUID lot = lots.get(step.pick() % lots.size());
                Optional<Instant> activates = step.pick() % 2 == 0 ? Optional.of(now) : Optional.empty();
                Optional<Instant> expires =
                        step.pick() % 3 == 0 ? Optional.of(now.plus(Duration.ofDays(step.days()))) : Optional.empty();
                books.post(posting(new Movement.Redate(MemoryBooks.POINTS, lot, activates, expires, RULE)), now);
            }
        }

        private void reinstate(Step step) {
            List<UUID> lots = List.copyOf(books.lots().keySet());
            if (!lots.isEmpty()) {
                UUID id = lots.get(step.pick() % lots.size());
                long lapsed = books.caughtUp(now).lots().get(id).in(LotState.EXPIRED) - books.reinstated(id);
                if (lapsed > 0) {
                    LotDates dates = LotDates.usableFrom(now).until(now.plus(Duration.ofDays(1 + step.days())));
                    books.post(
                            posting(new Movement.Grant(
                                    EntryKind.REINSTATEMENT,
                                    MemoryBooks.POINTS,
                                    lapsed,
                                    dates,
                                    Movement.Grant.TENANT,
                                    Optional.of(id),
                                    RULE)),
                            now);
                }
            }
        }

        private void onALot(Step step, Function<UUID, Movement> act) {
            List<UUID> lots = List.copyOf(books.lots().keySet());
            if (!lots.isEmpty()) {
                long before = seen().spendable(now) + seen().sums().debt();
                UUID lot = lots.get(step.pick() % lots.size());
                long usable = seen().usable(seen().lots().get(lot), now);
                Plan plan = books.post(posting(act.apply(lot)), now);
                if (step.act() == Act.BLOCK) {
                    assertThat(books.lots().get(lot).in(LotState.ACTIVE))
                            .as("left usable in a blocked lot")
                            .isZero();
                    assertThat(books.spendable(now) + books.sums().debt()).isEqualTo(before - usable);
                }
                assertThat(plan.primaryEntries().get(0).points()).isZero();
            }
        }

        private Posting posting(Movement movement) {
            return Posting.of(MemoryBooks.MEMBER, now, movement);
        }

        private void check() {
            long pending = 0;
            long active = 0;
            long held = 0;
            long blocked = 0;
            for (Map.Entry<UUID, MemoryBooks.LotStates> each : books.lots().entrySet()) {
                MemoryBooks.LotStates lot = each.getValue();
                long granted = lot.grant().lot().orElseThrow().granted();
                assertThat(lot.points().values()).as("states of a lot").allMatch(points -> points >= 0);
                assertThat(lot.points().values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .as("sum of a lot's states")
                        .isEqualTo(granted);
                assertThat(books.reinstated(each.getKey()))
                        .as("came back of what lapsed")
                        .isLessThanOrEqualTo(lot.in(LotState.EXPIRED));
                assertThat(lot.takenBack()).as("taken back").isLessThanOrEqualTo(granted);
                Plan.LotAfter row = books.projection.get(each.getKey());
                assertThat(List.of(row.pending(), row.active(), row.held(), row.blocked()))
                        .as("projection of a lot")
                        .isEqualTo(List.of(
                                lot.in(LotState.PENDING),
                                lot.in(LotState.ACTIVE),
                                lot.in(LotState.HELD),
                                lot.in(LotState.BLOCKED)));
                assertThat(row.dates()).isEqualTo(lot.dates());
                pending += row.pending();
                active += row.active();
                held += row.held();
                blocked += row.blocked();
            }
            AccountChange sums = books.sums();
            assertThat(List.of(sums.pending(), sums.active(), sums.held()))
                    .as("entries against lots")
                    .isEqualTo(List.of(pending, active, held + blocked));
            assertThat(sums.debt()).as("debt").isNotNegative();
            checkLifetime(sums);
            checkLegs(sums);
        }

        /** What came back was granted once. */
        private void checkLifetime(AccountChange sums) {
            long granted = books.lots().values().stream()
                    .filter(lot -> lot.grant().kind() != EntryKind.REINSTATEMENT)
                    .mapToLong(lot -> lot.grant().lot().orElseThrow().granted() - lot.takenBack())
                    .sum();
            long forgiven =
                    books.entries.stream().mapToLong(EntryDraft::forgiven).sum();
            assertThat(sums.lifetime()).as("lifetime").isEqualTo(granted + forgiven);
        }

        private void checkLegs(AccountChange sums) {
            Map<AccountKind, Long> accounts = new HashMap<>();
            for (EntryDraft entry : books.entries) {
                assertThat(entry.legs().stream()
                                .mapToLong(EntryDraft.Leg::points)
                                .sum())
                        .as("legs of " + entry.kind())
                        .isZero();
                entry.legs().forEach(leg -> accounts.merge(leg.account(), leg.points(), Long::sum));
            }
            assertThat(accounts.getOrDefault(AccountKind.MEMBER, 0L)).isEqualTo(sums.member());
            assertThat(accounts.getOrDefault(AccountKind.DEBT, 0L)).isEqualTo(-sums.debt());
        }
    }
}
