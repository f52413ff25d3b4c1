package io.steadfast.ledger.core;

import static io.steadfast.ledger.core.MemoryBooks.POINTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.shared.Origin;
import io.steadfast.shared.RuleCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two members become one: nothing is lost or made, and an order of before comes back as if there had been one member all along. */
class InheritanceTest {

    private static final int SCHEDULES = 600;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Cause RULE =
            Cause.rule(new Origin(Origin.Kind.PROGRAM, "P", 1, Optional.of(new RuleCode("base"))));

    /** The books of two members, of whom one may come to have all. */
    private static final class Two {

        private final MemoryBooks source = new MemoryBooks();
        private final MemoryBooks survivor = new MemoryBooks();
        private final Map<UUID, Set<UUID>> cameOf = new HashMap<>();
        private Instant now = START;
        private boolean merged;

        UUID grant(MemoryBooks books, long points, LotDates dates) {
            return books.post(posting(Movement.Grant.accrual(POINTS, points, dates, RULE)), now)
                    .primary()
                    .get(0);
        }

        UUID grant(MemoryBooks books, long points) {
            return grant(books, points, LotDates.usableFrom(now));
        }

        UUID spend(MemoryBooks books, long points) {
            return books.post(
                            posting(new Movement.Spend(
                                    EntryKind.REDEMPTION, POINTS, points, ConsumptionOrder.EARLIEST_EXPIRY, RULE)),
                            now)
                    .primary()
                    .get(0);
        }

        void takeBack(UUID lot, long points, DeficitPolicy deficit) {
            settle(new Movement.TakeBack(POINTS, lot, points, deficit, RULE));
        }

        void giveBack(UUID entry, long points) {
            settle(new Movement.GiveBack(POINTS, entry, points, ReturnPolicy.keepOriginal(), RULE));
        }

        /** Of an order or a payment of the source's. */
        private void settle(Movement movement) {
            if (!merged) {
                source.post(posting(movement), now);
                return;
            }
            Plan plan = source.post(Inheritance.owing(posting(movement)), now);
            long owed = plan.primaryEntries().get(0).change().debt();
            List<Inheritance.Debt> debts = movement instanceof Movement.TakeBack back && owed > 0
                    ? List.of(new Inheritance.Debt(
                            POINTS, cameOf.getOrDefault(back.lot(), Set.of()), owed, back.deficit()))
                    : List.of();
            handOver(debts);
        }

        void merge() {
            handOver(List.of());
            merged = true;
        }

        private void handOver(List<Inheritance.Debt> debts) {
            Map<UUID, Inheritance.LotOrigin> origins = new HashMap<>();
            source.lots()
                    .forEach((id, lot) -> origins.put(
                            id,
                            new Inheritance.LotOrigin(
                                    lot.dates().activityAt(),
                                    lot.dates().activatesAt(),
                                    lot.dates().expiresAt(),
                                    lot.grant().lot().orElseThrow().funder())));
            Plan handed = source.post(posting(new Movement.HandOver(POINTS, RULE)), now);
            Inheritance inherited = Inheritance.of(handed.primaryEntries(), origins, debts, RULE);
            Plan taken = survivor.post(new Posting(MemoryBooks.MEMBER, now, inherited.movements(), Map.of()), now);
            for (int at = 0; at < inherited.from().size(); at++) {
                cameOf.computeIfAbsent(inherited.from().get(at), from -> new HashSet<>())
                        .add(taken.primary().get(at));
            }
        }

        private Posting posting(Movement movement) {
            return Posting.of(MemoryBooks.MEMBER, now, movement);
        }

        /** With everything posted that time has done. */
        AccountChange sums() {
            source.catchUp(now);
            survivor.catchUp(now);
            return source.sums().plus(survivor.sums());
        }

        void check() {
            for (MemoryBooks books : List.of(source, survivor)) {
                books.entries.forEach(entry -> assertThat(entry.legs().stream()
                                .mapToLong(EntryDraft.Leg::points)
                                .sum())
                        .as("the legs of %s", entry)
                        .isZero());
                books.lots().forEach((id, lot) -> {
                    assertThat(lot.points().values()).as("the states of %s", id).allMatch(points -> points >= 0);
                    assertThat(lot.points().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum())
                            .isEqualTo(lot.grant().lot().orElseThrow().granted());
                });
            }
            long onTheWay = Stream.concat(source.entries.stream(), survivor.entries.stream())
                    .flatMap(entry -> entry.legs().stream())
                    .filter(leg -> leg.account() == AccountKind.TRANSFER)
                    .mapToLong(EntryDraft.Leg::points)
                    .sum();
            assertThat(onTheWay).as("points between the two").isZero();
            if (merged) {
                assertThat(source.sums()).as("what is left with the source").isEqualTo(AccountChange.NONE);
            }
        }
    }

    @Test
    void every_lot_comes_with_its_dates_and_nothing_is_left() {
        Two two = new Two();
        LotDates pending = new LotDates(START, Optional.of(START.plusSeconds(60)), Optional.of(START.plusSeconds(600)));
        LotDates waiting = new LotDates(START, Optional.empty(), Optional.empty());
        two.grant(two.source, 30, pending);
        two.grant(two.source, 20, waiting);
        two.grant(two.source, 50);
        two.spend(two.source, 10);
        two.merge();
        two.check();
        assertThat(two.survivor.lots().values())
                .extracting(lot -> lot.in(LotState.PENDING) + lot.in(LotState.ACTIVE))
                .containsExactlyInAnyOrder(30L, 20L, 40L);
        assertThat(two.survivor.lots().values())
                .extracting(MemoryBooks.LotStates::dates)
                .containsExactlyInAnyOrder(pending, waiting, LotDates.usableFrom(START));
        assertThat(two.survivor.sums().lifetime()).isEqualTo(100);
    }

    @Test
    void what_lapsed_by_the_clock_before_the_merge_stays_lapsed() {
        Two two = new Two();
        two.grant(two.source, 30, LotDates.usableFrom(START).until(START.plusSeconds(60)));
        two.now = START.plusSeconds(61);
        two.merge();
        two.check();
        assertThat(two.survivor.lots()).isEmpty();
        assertThat(two.survivor.sums().lifetime()).isEqualTo(30);
    }

    @Test
    void what_the_source_owed_is_owed_by_the_survivor_or_taken_from_what_they_have() {
        Two poor = new Two();
        poor.takeBack(poor.grant(poor.source, 40), 40, DeficitPolicy.DEBT);
        UUID lot = poor.grant(poor.source, 40);
        poor.spend(poor.source, 40);
        poor.takeBack(lot, 40, DeficitPolicy.DEBT);
        poor.merge();
        poor.check();
        assertThat(poor.survivor.sums().debt()).isEqualTo(40);
        Two rich = new Two();
        rich.grant(rich.survivor, 100);
        UUID other = rich.grant(rich.source, 40);
        rich.spend(rich.source, 40);
        rich.takeBack(other, 40, DeficitPolicy.DEBT);
        rich.merge();
        rich.check();
        assertThat(rich.survivor.sums().debt()).isZero();
        assertThat(rich.survivor.sums().active()).isEqualTo(60);
    }

    @Test
    void what_comes_for_the_source_pays_what_the_survivor_owes() {
        Two two = new Two();
        UUID lot = two.grant(two.survivor, 40);
        two.spend(two.survivor, 40);
        two.survivor.post(two.posting(new Movement.TakeBack(POINTS, lot, 40, DeficitPolicy.DEBT, RULE)), two.now);
        two.grant(two.source, 100);
        two.merge();
        two.check();
        assertThat(two.survivor.sums().debt()).isZero();
        assertThat(two.survivor.sums().active()).isEqualTo(60);
    }

    @Test
    void a_return_after_the_merge_takes_the_points_of_that_very_order_first() {
        Two two = new Two();
        LotDates soon = LotDates.usableFrom(START).until(START.plusSeconds(60));
        two.grant(two.survivor, 500, soon);
        UUID lot = two.grant(two.source, 100);
        two.merge();
        two.takeBack(lot, 30, DeficitPolicy.DEBT);
        two.takeBack(lot, 70, DeficitPolicy.DEBT);
        two.check();
        assertThat(two.survivor.sums().active()).isEqualTo(500);
        assertThat(two.survivor.sums().debt()).isZero();
    }

    @Test
    void points_still_pending_go_back_before_any_that_can_be_used() {
        Two two = new Two();
        two.grant(two.survivor, 500);
        UUID lot =
                two.grant(two.source, 100, new LotDates(START, Optional.of(START.plusSeconds(60)), Optional.empty()));
        two.merge();
        two.takeBack(lot, 100, DeficitPolicy.DEBT);
        two.check();
        assertThat(two.survivor.sums().active()).isEqualTo(500);
        assertThat(two.survivor.sums().pending()).isZero();
    }

    @Test
    void what_the_policy_forgives_is_forgiven_to_the_survivor() {
        Two two = new Two();
        UUID lot = two.grant(two.source, 100);
        two.spend(two.source, 100);
        two.grant(two.survivor, 30);
        two.merge();
        two.takeBack(lot, 100, DeficitPolicy.CLAMP);
        two.check();
        assertThat(two.survivor.sums().debt()).isZero();
        assertThat(two.survivor.sums().active()).isZero();
        assertThat(two.survivor.sums().lifetime()).isEqualTo(100);
        assertThat(two.survivor.entries).extracting(EntryDraft::forgiven).contains(70L);
    }

    @Test
    void points_that_paid_for_an_order_of_the_source_come_back_to_the_survivor_with_their_dates() {
        Two two = new Two();
        LotDates dates = LotDates.usableFrom(START).until(START.plusSeconds(60));
        two.grant(two.source, 100, dates);
        UUID spent = two.spend(two.source, 80);
        two.merge();
        two.giveBack(spent, 50);
        two.giveBack(spent, 30);
        two.check();
        assertThat(two.survivor.sums().active()).isEqualTo(100);
        assertThat(two.survivor.lots().values())
                .extracting(MemoryBooks.LotStates::dates)
                .containsOnly(dates);
    }

    @ParameterizedTest
    @EnumSource(
            value = DeficitPolicy.class,
            names = {"DEBT", "NEGATIVE", "PENDING_FIRST"})
    void it_makes_no_difference_to_the_whole_whether_an_order_comes_back_before_or_after_the_merge(
            DeficitPolicy deficit) {
        long seed = Long.getLong("steadfast.seed", System.nanoTime());
        for (int i = 0; i < SCHEDULES; i++) {
            long one = seed + i;
            AccountChange before = played(new Random(one), deficit, Order.RETURNED_FIRST);
            AccountChange after = played(new Random(one), deficit, Order.MERGED_FIRST);
            assertThat(after.total()).as("seed %d", one).isEqualTo(before.total());
            assertThat(after.lifetime()).as("lifetime, seed %d", one).isEqualTo(before.lifetime());
        }
    }

    private enum Order {
        RETURNED_FIRST,
        MERGED_FIRST
    }

    private static AccountChange played(Random random, DeficitPolicy deficit, Order order) {
        Two two = new Two();
        Map<UUID, Long> grants = new LinkedHashMap<>();
        Map<UUID, Long> spends = new LinkedHashMap<>();
        for (int i = 0; i < 10; i++) {
            long points = 1 + random.nextInt(100);
            LotDates dates = dates(random, two.now);
            switch (random.nextInt(5)) {
                case 0 -> two.grant(two.survivor, points, dates);
                case 1 -> use(two, two.survivor, points);
                case 2 -> use(two, two.source, points).ifPresent(spent -> spends.put(spent, points));
                default -> grants.put(two.grant(two.source, points, dates), points);
            }
            two.now = two.now.plus(Duration.ofDays(random.nextInt(3)));
        }
        List<Runnable> acts = new ArrayList<>();
        grants.forEach((lot, points) -> {
            long back = random.nextInt((int) (points + 1));
            if (back > 0) {
                acts.add(() -> two.takeBack(lot, back, deficit));
            }
        });
        spends.forEach((spent, points) -> acts.add(() -> two.giveBack(spent, points)));
        if (order == Order.MERGED_FIRST) {
            two.merge();
        }
        acts.forEach(act -> {
            act.run();
            two.check();
        });
        if (order == Order.RETURNED_FIRST) {
            two.merge();
        }
        two.check();
        return two.sums();
    }

    private static Optional<UUID> use(Two two, MemoryBooks books, long points) {
        return books.spendable(two.now) < points ? Optional.empty() : Optional.of(two.spend(books, points));
    }

    /** Some pending, some that lapse long after, some that lapse before the merge. */
    private static LotDates dates(Random random, Instant now) {
        Optional<Instant> activates = switch (random.nextInt(4)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(now.plus(Duration.ofDays(random.nextInt(20))));
            default -> Optional.of(now);
        };
        Optional<Instant> expires =
                random.nextInt(3) == 0 ? Optional.of(now.plus(Duration.ofDays(random.nextInt(40)))) : Optional.empty();
        return new LotDates(now, activates, expires);
    }
}
