package io.steadfast.boundaries;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.Shop;
import io.steadfast.accrual.core.Order;
import io.steadfast.designer.DocumentEdits;
import io.steadfast.designer.Edit;
import io.steadfast.designer.Edit.Op;
import io.steadfast.ledger.Invariants;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.support.ContainerTest;
import io.steadfast.tiers.TierReviewJob;
import io.steadfast.tiers.TierService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * Which tier a member had at any past moment is the same before and after the nightly job ran: seeded members on ladders of
 * every kind, with late orders and returns, looked at around every midnight at which something can turn.
 */
class TierAsOfIT extends ContainerTest {

    private static final long SEED = 20_261_122L;
    private static final Instant START = Instant.parse("2025-01-01T08:00:00Z");
    private static final int STEPS = 6;
    private static final int MEMBERS = 4;

    private static final String YEAR = "\"period\":{\"kind\":\"calendar_year\",\"startMonth\":1}";
    private static final String TERM = "\"validity\":{\"kind\":\"to_end_of_next_period\"}";
    private static final String FULL = "\"downgrade\":\"full\"";
    private static final String CROSSING = "\"crossing\":\"before\"";
    private static final String NO_GRACE = "\"grace\":{\"metricDays\":0,\"statusDays\":0}";

    @Inject
    Shop shop;

    @Inject
    TierService tiers;

    @Inject
    TierReviewJob job;

    @Inject
    Invariants invariants;

    @Inject
    UserTransaction transaction;

    @Test
    void of_calendar_years_with_a_term_of_two() {
        holds(Shop.template("P2"), 1);
    }

    @Test
    void of_months_with_one_step_down_and_a_grace() {
        holds(
                Shop.template(
                        "P2",
                        YEAR,
                        "\"period\":{\"kind\":\"calendar_month\"}",
                        FULL,
                        "\"downgrade\":\"one_step\"",
                        NO_GRACE,
                        "\"grace\":{\"metricDays\":3,\"statusDays\":5}"),
                2);
    }

    @Test
    void of_a_window_that_rolls_by_days() {
        holds(
                Shop.template(
                        "P2",
                        YEAR,
                        "\"period\":{\"kind\":\"rolling\",\"amount\":60,\"unit\":\"days\"}",
                        TERM,
                        "\"validity\":{\"kind\":\"duration\",\"amount\":2,\"unit\":\"months\"}"),
                3);
    }

    @Test
    void of_quarters_whose_tiers_begin_with_the_next_one() {
        holds(
                Shop.template(
                        "P2",
                        YEAR,
                        "\"period\":{\"kind\":\"calendar_quarter\",\"startMonth\":2}",
                        "\"upgrade\":\"immediate\"",
                        "\"upgrade\":\"next_period\"",
                        TERM,
                        "\"validity\":{\"kind\":\"to_end_of_period\"}"),
                4);
    }

    @Test
    void of_anniversaries_reviewed_on_the_tiers_own() {
        holds(
                Shop.template(
                        "P2",
                        YEAR,
                        "\"period\":{\"kind\":\"anniversary\"}",
                        "\"review\":\"at_once\"",
                        "\"review\":\"tier_anniversary\"",
                        TERM,
                        "\"validity\":{\"kind\":\"to_end_of_period\"}"),
                5);
    }

    @Test
    void of_half_years_kept_by_one_of_two_goals() {
        holds(
                Shop.template(
                        "P2",
                        YEAR,
                        "\"period\":{\"kind\":\"calendar_half\",\"startMonth\":3}",
                        "\"threshold\":35000,",
                        "\"threshold\":35000,\"keeps\":{\"need\":1,\"goals\":[{\"metric\":\"spend\",\"threshold\":20000},"
                                + "{\"metric\":\"orders\",\"threshold\":3}]},"),
                6);
    }

    @Test
    void of_quarters_whose_surplus_comes_over() {
        holds(
                Shop.template(
                        "P2",
                        YEAR,
                        "\"period\":{\"kind\":\"calendar_quarter\",\"startMonth\":1}",
                        TERM,
                        "\"validity\":{\"kind\":\"to_end_of_period\"}",
                        CROSSING,
                        CROSSING + ",\"rollover\":{\"most\":40000}"),
                7);
    }

    @Test
    void of_months_whose_surplus_comes_over_and_whose_returns_wait() {
        holds(
                Shop.template(
                        "P2",
                        YEAR,
                        "\"period\":{\"kind\":\"calendar_month\"}",
                        "\"onReturn\":\"review_now\"",
                        "\"onReturn\":\"keep_until_review\"",
                        CROSSING,
                        CROSSING + ",\"rollover\":{\"most\":60000}"),
                8);
    }

    @Test
    void of_a_whole_life_that_is_never_lost_and_begins_on_the_joins_anniversary() {
        holds(
                Shop.template(
                        "P2",
                        YEAR,
                        "\"period\":{\"kind\":\"lifetime\"}",
                        TERM,
                        "\"validity\":{\"kind\":\"lifetime\"}",
                        FULL,
                        "\"downgrade\":\"none\"",
                        "\"upgrade\":\"immediate\"",
                        "\"upgrade\":\"join_anniversary\""),
                9);
    }

    @Test
    void since_the_tier_began_with_terms_of_two_months() {
        holds(
                Shop.template(
                        "P2",
                        YEAR,
                        "\"period\":{\"kind\":\"since_tier_start\"}",
                        TERM,
                        "\"validity\":{\"kind\":\"duration\",\"amount\":2,\"unit\":\"months\"}"),
                10);
    }

    @Test
    void of_months_that_nobody_falls_after_and_whose_returns_wait() {
        holds(
                Shop.template(
                        "P2",
                        YEAR,
                        "\"period\":{\"kind\":\"calendar_month\"}",
                        FULL,
                        "\"downgrade\":\"none\"",
                        "\"onReturn\":\"review_now\"",
                        "\"onReturn\":\"keep_until_review\""),
                11);
    }

    @Test
    void of_half_years_up_on_the_tiers_anniversary_and_down_at_once() {
        holds(
                Shop.template(
                        "P2",
                        YEAR,
                        "\"period\":{\"kind\":\"calendar_half\",\"startMonth\":1}",
                        "\"upgrade\":\"immediate\"",
                        "\"upgrade\":\"tier_anniversary\""),
                12);
    }

    @Test
    void of_two_ladders_at_once() {
        ProgramDocument orders =
                DocumentEdits.apply(Shop.template("P2"), new Edit(Op.ADD, "/tierSets", "ladder-orders"));
        ProgramDocument months =
                DocumentEdits.apply(orders, new Edit(Op.PART, "/tierSets/1/period", "period-CALENDAR_MONTH"));
        ProgramDocument small = DocumentEdits.apply(months, new Edit(Op.WHOLE, "/tierSets/1/tiers/1/threshold", "2"));
        holds(DocumentEdits.apply(small, new Edit(Op.PART, "/tierSets/1/tiers/1/keeps", "keeps-orders")), 13);
    }

    private void holds(ProgramDocument document, int variant) {
        Random random = new Random(SEED + variant);
        shop.open(START.toString());
        ProgramCode program = shop.publish(document, START.toString());
        Instant now = START.plus(Duration.ofDays(60));
        shop.at(now.toString());
        List<MemberId> members = new ArrayList<>();
        for (int number = 0; number < MEMBERS; number++) {
            members.add(shop.member(
                    "m" + number, START.plus(Duration.ofDays(number * 17L)).toString(), program));
        }
        int changes = 0;
        for (int step = 0; step < STEPS; step++) {
            now = now.plus(Duration.ofDays(40 + random.nextInt(110))).plusSeconds(random.nextInt(86_400));
            shop.at(now.toString());
            for (MemberId member : members) {
                buy(random, member, now, step);
            }
            List<Instant> moments = moments(random, now);
            List<String> before = look(members, moments);
            Instant upTo = now;
            shop.call(() -> {
                job.runDue(upTo);
                return null;
            });
            assertThat(look(members, moments))
                    .as("seed " + (SEED + variant) + ", step " + step + ", as of " + now)
                    .isEqualTo(before);
            changes += new TreeSet<>(before).size();
        }
        assertThat(changes).as("tiers that differ").isGreaterThan(STEPS);
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    /** Up to three orders of the last hundred days, some of which come back whole. */
    private void buy(Random random, MemberId member, Instant now, int step) {
        int orders = random.nextInt(4);
        for (int number = 0; number < orders; number++) {
            Instant at = now.minus(random.nextInt(100 * 24 * 60), ChronoUnit.MINUTES);
            Order order = Shop.order(
                    member + "-" + step + "-" + number,
                    at.toString(),
                    "USD",
                    Shop.line("A", 1, random.nextInt(4) == 0 ? 350_00 : 1 + random.nextInt(600_00)));
            shop.put(member, order);
            if (random.nextInt(4) == 0) {
                Instant back = at.plus(
                        random.nextInt(
                                (int) Math.max(1, Duration.between(at, now).toMinutes())),
                        ChronoUnit.MINUTES);
                shop.giveBack(order, Shop.goods("r", back.toString(), "A", 1));
            }
        }
    }

    /** Months' first midnights in the program's zone with the moment before, any moments, and now. */
    private static List<Instant> moments(Random random, Instant now) {
        List<Instant> moments = new ArrayList<>();
        ZoneId zone = ZoneId.of("America/Los_Angeles");
        LocalDate last = now.atZone(zone).toLocalDate().withDayOfMonth(1);
        for (int back = 0; back < 6; back++) {
            Instant midnight = last.minusMonths(back).atStartOfDay(zone).toInstant();
            moments.add(midnight);
            moments.add(midnight.minusSeconds(1));
        }
        for (int any = 0; any < 8; any++) {
            moments.add(START.plusSeconds(
                    (long) random.nextInt((int) Duration.between(START, now).toSeconds())));
        }
        moments.add(now);
        return moments;
    }

    private List<String> look(List<MemberId> members, List<Instant> moments) {
        return inTransaction(() -> {
            List<String> seen = new ArrayList<>();
            for (MemberId member : members) {
                for (Instant moment : moments) {
                    Map<String, String> held = new TreeMap<>();
                    tiers.tiersAt(member, moment).forEach((set, tier) -> held.put(set.toString(), tier(tier)));
                    // Nothing counted yet is the base tier, whether a row says so or not.
                    held.values().removeIf(tier -> tier.equals("INSIDER") || tier.equals("GUEST"));
                    seen.add(member + " " + held);
                }
            }
            return seen;
        });
    }

    private static String tier(TierCode tier) {
        return tier.value();
    }

    private <T> T inTransaction(Callable<T> work) {
        return shop.call(() -> {
            transaction.begin();
            try {
                return work.call();
            } finally {
                transaction.rollback();
            }
        });
    }
}
