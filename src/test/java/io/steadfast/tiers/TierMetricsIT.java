package io.steadfast.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.accrual.Shop;
import io.steadfast.accrual.core.Order;
import io.steadfast.ledger.Invariants;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Tiers that follow something else than spend, and two ladders in one program. */
class TierMetricsIT extends ContainerTest {

    private static final String JOINED = "2026-01-01T08:00:00Z";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Shop shop;

    @Inject
    TierService tiers;

    @Inject
    TierReviewJob job;

    @Inject
    ProgramService programs;

    @Inject
    Invariants invariants;

    @Inject
    UserTransaction transaction;

    @Test
    void orders_count_one_each_until_the_last_of_an_order_came_back() {
        ProgramCode p2 = open(document -> ladder(document, "{\"kind\":\"orders\",\"basis\":[]}", 3, 10));
        MemberId member = shop.member("orders", JOINED, p2);
        buys(member, "1", "2026-03-01T12:00:00Z", 500_00);
        buys(member, "2", "2026-03-02T12:00:00Z", 1);
        assertThat(held(member, "2026-03-02T12:00:00Z")).containsEntry("STATUS", "INSIDER");
        Order third =
                Shop.order("3", "2026-03-03T12:00:00Z", "USD", Shop.line("A", 1, 10_00), Shop.line("B", 1, 10_00));
        shop.put(member, third);
        assertThat(held(member, "2026-03-03T12:00:00Z")).containsEntry("STATUS", "VIB");
        assertThat(view(member, p2, 0).standing().missing()).isEqualTo(7);
        shop.giveBack(third, Shop.goods("r1", "2026-03-04T12:00:00Z", "A", 1));
        assertThat(held(member, "2026-03-04T12:00:00Z"))
                .as("a part of it stays")
                .containsEntry("STATUS", "VIB");
        shop.giveBack(third, Shop.goods("r2", "2026-03-05T12:00:00Z", "B", 1));
        assertThat(held(member, "2026-03-05T12:00:00Z")).containsEntry("STATUS", "INSIDER");
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    @Test
    void status_points_count_as_they_are_given_and_go_with_what_is_taken_back() {
        ProgramCode p2 = open(document -> {
            ladder(document, "{\"kind\":\"status_points\",\"wallet\":\"status\",\"basis\":[]}", 700, 2_000);
            ObjectNode wallet = ((ArrayNode) document.path("wallets")).get(0).deepCopy();
            wallet.put("code", "status").put("purpose", "status").remove("value");
            ((ArrayNode) document.path("wallets")).add(wallet);
            ObjectNode rule = document.at("/earning/rules/0").deepCopy();
            rule.put("code", "status").put("priority", 2).put("wallet", "status");
            ((ObjectNode) rule.path("effect")).put("points", 2);
            ((ArrayNode) document.at("/earning/rules")).add(rule);
        });
        MemberId member = shop.member("status", JOINED, p2);
        buys(member, "1", "2026-03-01T12:00:00Z", 349_99);
        assertThat(held(member, "2026-03-01T12:00:00Z")).as("699 points").containsEntry("STATUS", "INSIDER");
        Order crosses = Shop.order("2", "2026-03-02T12:00:00Z", "USD", Shop.line("A", 1, 50));
        shop.put(member, crosses);
        assertThat(held(member, "2026-03-02T12:00:00Z")).as("700 points").containsEntry("STATUS", "VIB");
        assertThat(view(member, p2, 0).standing().metric()).isEqualTo(700);
        shop.giveBack(crosses, Shop.goods("r", "2026-03-03T12:00:00Z", "A", 1));
        assertThat(held(member, "2026-03-03T12:00:00Z")).containsEntry("STATUS", "INSIDER");
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    @Test
    void a_counter_counts_activities_of_its_type_alone_and_each_once() {
        ProgramCode p2 =
                open(document -> ladder(document, "{\"kind\":\"counter\",\"counter\":\"review\",\"basis\":[]}", 2, 3));
        MemberId member = shop.member("counts", JOINED, p2);
        shop.does(member, "review", "r1", "2026-03-01T12:00:00Z");
        shop.does(member, "review", "r1", "2026-03-01T12:00:00Z");
        shop.does(member, "social_share", "s1", "2026-03-02T12:00:00Z");
        buys(member, "1", "2026-03-03T12:00:00Z", 5_000_00);
        assertThat(held(member, "2026-03-03T12:00:00Z")).containsEntry("STATUS", "INSIDER");
        shop.does(member, "review", "r2", "2026-03-04T12:00:00Z");
        assertThat(held(member, "2026-03-04T12:00:00Z")).containsEntry("STATUS", "VIB");
        shop.does(member, "review", "r0", "2026-02-01T12:00:00Z");
        assertThat(held(member, "2026-03-01T12:00:00Z")).as("a late one").containsEntry("STATUS", "VIB");
        assertThat(held(member, "2026-03-04T12:00:00Z")).containsEntry("STATUS", "ROUGE");
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    @Test
    void visits_reach_and_keep_a_tier_as_of_any_day_before_the_job_ran_and_after_it() {
        ProgramCode p2 = open(document -> {
            ladder(document, "{\"kind\":\"counter\",\"counter\":\"visit\",\"basis\":[]}", 3, 10);
            ((ObjectNode) document.at("/tierSets/0/tiers/1")).put("renewal", 2);
        });
        MemberId member = shop.member("visits", "2025-01-01T20:00:00Z", p2);
        shop.does(member, "visit", "v1", "2025-11-01T20:00:00Z");
        shop.does(member, "visit", "v2", "2025-11-02T20:00:00Z");
        shop.does(member, "visit", "v2", "2025-11-02T20:00:00Z");
        buys(member, "1", "2025-11-03T20:00:00Z", 5_000_00);
        shop.does(member, "app_visit", "a1", "2025-11-04T20:00:00Z");
        assertThat(held(member, "2025-12-31T20:00:00Z")).as("two visits").containsEntry("STATUS", "INSIDER");
        shop.does(member, "visit", "v3", "2026-01-01T07:59:59Z");
        assertThat(held(member, "2026-01-01T07:59:58Z")).containsEntry("STATUS", "INSIDER");
        assertThat(held(member, "2026-01-01T07:59:59Z"))
                .as("the third, in the year's last second")
                .containsEntry("STATUS", "VIB");
        assertThat(view(member, p2, 0).standing().validUntil()).contains(Instant.parse("2027-01-01T08:00:00Z"));
        shop.does(member, "visit", "v4", "2026-01-01T08:00:00Z");
        assertThat(view(member, p2, 0).standing().metric())
                .as("of the new year")
                .isEqualTo(1);
        shop.at("2027-02-01T12:00:00Z");
        assertThat(held(member, "2026-12-31T20:00:00Z")).containsEntry("STATUS", "VIB");
        assertThat(held(member, "2027-01-01T08:00:00Z")).as("one visit a year").containsEntry("STATUS", "INSIDER");
        shop.does(member, "visit", "late", "2026-12-31T20:00:00Z");
        Map<String, String> read = held(member, "2027-01-01T08:00:00Z");
        assertThat(read).as("two keep it").containsEntry("STATUS", "VIB");
        shop.call(() -> {
            job.runDue(shop.now());
            return null;
        });
        assertThat(held(member, "2027-01-01T08:00:00Z")).isEqualTo(read);
        assertThat(held(member, "2026-01-01T07:59:58Z")).containsEntry("STATUS", "INSIDER");
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    @Test
    void a_tier_is_kept_by_two_of_three_goals_before_the_job_ran_and_after_it() {
        ProgramCode p2 = open(document -> goals((ObjectNode) document.at("/tierSets/0/tiers/1")));
        MemberId member = shop.member("keeps", "2025-01-01T20:00:00Z", p2);
        buys(member, "1", "2025-06-01T20:00:00Z", 350_00);
        shop.does(member, "review", "r1", "2026-02-01T20:00:00Z");
        buys(member, "2", "2026-03-01T20:00:00Z", 60_00);
        Order second = Shop.order("3", "2026-03-02T20:00:00Z", "USD", Shop.line("A", 1, 40_00));
        shop.put(member, second);
        assertThat(view(member, p2, 0).standing().keep())
                .hasValueSatisfying(keep -> assertThat(keep.goals())
                        .extracting(goal -> goal.metric() + " " + goal.current() + "/" + goal.threshold())
                        .containsExactly("SPEND 10000/20000", "ORDERS 2/2", "COUNTER 1/2"));
        assertThat(view(member, p2, 0).standing().validUntil()).contains(Instant.parse("2027-01-01T08:00:00Z"));
        shop.does(member, "review", "r2", "2026-03-03T20:00:00Z");
        assertThat(view(member, p2, 0).standing().validUntil()).contains(Instant.parse("2028-01-01T08:00:00Z"));
        shop.giveBack(second, Shop.goods("back", "2026-03-04T20:00:00Z", "A", 1));
        assertThat(view(member, p2, 0).standing().validUntil()).contains(Instant.parse("2027-01-01T08:00:00Z"));
        shop.at("2027-02-01T12:00:00Z");
        assertThat(held(member, "2027-01-01T08:00:00Z")).containsEntry("STATUS", "INSIDER");
        buys(member, "late", "2026-12-31T20:00:00Z", 5_00);
        Map<String, String> read = held(member, "2027-01-01T08:00:00Z");
        assertThat(read).as("an order that came late").containsEntry("STATUS", "VIB");
        shop.call(() -> {
            job.runDue(shop.now());
            return null;
        });
        assertThat(held(member, "2027-01-01T08:00:00Z")).isEqualTo(read);
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    @Test
    void what_came_over_is_the_same_before_the_job_and_after_it_and_falls_with_a_return() {
        ProgramCode p2 = open(document -> {
            ObjectNode set = (ObjectNode) document.at("/tierSets/0");
            set.putObject("validity").put("kind", "to_end_of_period");
            set.putObject("rollover").put("most", 200_00);
        });
        MemberId member = shop.member("over", "2025-01-01T20:00:00Z", p2);
        Order first =
                Shop.order("1", "2025-06-01T20:00:00Z", "USD", Shop.line("A", 1, 350_00), Shop.line("B", 1, 160_00));
        shop.put(member, first);
        buys(member, "2", "2026-01-10T20:00:00Z", 190_00);
        assertThat(held(member, "2026-01-10T19:59:59Z")).containsEntry("STATUS", "INSIDER");
        assertThat(held(member, "2026-01-10T20:00:00Z")).containsEntry("STATUS", "VIB");
        for (int look = 0; look < 2; look++) {
            assertThat(view(member, p2, 0).standing().over()).hasValueSatisfying(over -> {
                assertThat(over.carried()).as("510.00 less 350.00").isEqualTo(160_00);
                assertThat(over.next())
                        .as("160.00 and 190.00 are the threshold itself")
                        .isZero();
                assertThat(over.most()).isEqualTo(200_00);
            });
            assertThat(view(member, p2, 0).standing().metric()).isEqualTo(350_00);
            shop.call(() -> {
                job.runDue(shop.now());
                return null;
            });
        }
        shop.giveBack(first, Shop.goods("back", "2026-03-01T20:00:00Z", "B", 1));
        assertThat(view(member, p2, 0).standing().over().orElseThrow().carried())
                .isZero();
        assertThat(held(member, "2026-03-01T19:59:59Z")).containsEntry("STATUS", "VIB");
        assertThat(held(member, "2026-03-01T20:00:00Z")).containsEntry("STATUS", "INSIDER");
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    private static void goals(ObjectNode tier) {
        ArrayNode goals = tier.putObject("keeps").put("need", 2).putArray("goals");
        goals.addObject().put("metric", "spend").put("threshold", 200_00);
        goals.addObject().put("metric", "orders").put("threshold", 2);
        goals.addObject().put("metric", "counter").put("counter", "review").put("threshold", 2);
    }

    @Test
    void two_ladders_of_a_program_are_climbed_kept_and_lost_apart() {
        ProgramCode p2 = open(document -> {
            ObjectNode second = document.at("/tierSets/0").deepCopy();
            second.put("code", "VISITS");
            second.putObject("metric").put("kind", "orders").putArray("basis");
            second.putObject("period").put("kind", "calendar_month");
            second.putObject("validity").put("kind", "to_end_of_period");
            ((ObjectNode) second.at("/tiers/1")).put("code", "REGULAR").put("threshold", 2);
            ((ObjectNode) second.at("/tiers/0")).put("code", "GUEST");
            ((ArrayNode) second.path("tiers")).remove(2);
            ((ArrayNode) document.path("tierSets")).add(second);
        });
        MemberId member = shop.member("climbs", JOINED, p2);
        Order dear = Shop.order("1", "2026-03-01T20:00:00Z", "USD", Shop.line("A", 1, 350_00));
        shop.put(member, dear);
        assertThat(held(member, "2026-03-01T20:00:00Z")).isEqualTo(Map.of("STATUS", "VIB", "VISITS", "GUEST"));
        buys(member, "2", "2026-03-02T20:00:00Z", 1_00);
        assertThat(held(member, "2026-03-02T20:00:00Z")).isEqualTo(Map.of("STATUS", "VIB", "VISITS", "REGULAR"));
        shop.giveBack(dear, Shop.goods("r", "2026-03-10T20:00:00Z", "A", 1));
        assertThat(held(member, "2026-03-10T20:00:00Z")).isEqualTo(Map.of("STATUS", "INSIDER", "VISITS", "GUEST"));
        buys(member, "3", "2026-03-11T20:00:00Z", 350_00);
        assertThat(held(member, "2026-03-11T20:00:00Z")).isEqualTo(Map.of("STATUS", "VIB", "VISITS", "REGULAR"));
        shop.at("2026-04-02T12:00:00Z");
        Map<String, String> afterTheMonth = held(member, "2026-04-01T07:00:00Z");
        assertThat(afterTheMonth).isEqualTo(Map.of("STATUS", "VIB", "VISITS", "GUEST"));
        assertThat(view(member, p2, 0).standing().validUntil()).contains(Instant.parse("2028-01-01T08:00:00Z"));
        assertThat(view(member, p2, 1).standing().metric()).isZero();
        shop.call(() -> {
            job.runDue(shop.now());
            return null;
        });
        assertThat(held(member, "2026-04-01T07:00:00Z")).isEqualTo(afterTheMonth);
        assertThat(held(member, "2026-04-01T06:59:59Z")).containsEntry("VISITS", "REGULAR");
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    private ProgramCode open(Consumer<ObjectNode> change) {
        shop.open("2026-03-31T12:00:00Z");
        try {
            ObjectNode document = (ObjectNode) JSON.readTree(ProgramDocumentCodec.write(Shop.template("P2")));
            change.accept(document);
            ProgramDocument changed = ProgramDocumentCodec.read(document.toString());
            return shop.publish(changed, "2025-01-01T08:00:00Z");
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static void ladder(ObjectNode document, String metric, long vib, long rouge) {
        try {
            ObjectNode set = (ObjectNode) document.at("/tierSets/0");
            set.set("metric", JSON.readTree(metric));
            ((ObjectNode) set.at("/tiers/1")).put("threshold", vib);
            ((ObjectNode) set.at("/tiers/2")).put("threshold", rouge);
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private void buys(MemberId member, String reference, String at, long amount) {
        shop.put(member, Shop.order(reference, at, "USD", Shop.line("A", 1, amount)));
    }

    /** The tier on each ladder on which something counted. */
    private Map<String, String> held(MemberId member, String at) {
        Map<String, String> held = new TreeMap<>();
        undone(() -> tiers.tiersAt(member, Instant.parse(at)))
                .forEach((ref, tier) -> held.put(ref.set().value(), tier.value()));
        if (held.isEmpty()) {
            held.put("STATUS", "INSIDER");
        }
        return held;
    }

    private TierView view(MemberId member, ProgramCode program, int ladder) {
        return undone(() -> {
                    ProgramVersion version =
                            programs.inForce(program, shop.now()).orElseThrow();
                    return tiers.standing(member, version, Instant.parse(JOINED));
                })
                .get(ladder);
    }

    private <T> T undone(Callable<T> work) {
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
