package io.steadfast.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.steadfast.accrual.Shop;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.ledger.Invariants;
import io.steadfast.platform.jobs.store.DueWorkRepository;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.PublishService;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.Api;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A version that judges otherwise holds from its first instant, whether a job has come by or not. */
class TierReviewServiceIT extends ContainerTest {

    private static final String JOINED = "2026-01-01T08:00:00Z";
    private static final String NOW = "2026-06-01T12:00:00Z";
    private static final String VIB_AT_350 = "\"threshold\":35000";
    private static final String ROUGE_AT_1000 = "\"threshold\":100000";
    private static final String KEPT = "\"tiers\":\"grandfather\"";
    private static final String JUDGED_AGAIN = "\"tiers\":\"review\"";

    @Inject
    Shop shop;

    @Inject
    TierService tiers;

    @Inject
    TierReviewService reviews;

    @Inject
    TierReviewJob job;

    @Inject
    TierPreviewService preview;

    @Inject
    ProgramService programs;

    @Inject
    PublishService publishing;

    @Inject
    DueWorkRepository dueWork;

    @Inject
    Invariants invariants;

    @Inject
    UserTransaction transaction;

    @Test
    void what_the_preview_promised_is_read_at_once_and_is_what_the_job_then_writes() {
        shop.open(NOW);
        ProgramCode p2 = shop.publish(Shop.template("P2"), JOINED);
        MemberId rises = spends(p2, "rises", 320_00);
        MemberId falls = spends(p2, "falls", 1_000_00);
        MemberId stays = spends(p2, "stays", 10_00);
        MemberId fresh = shop.member("fresh", JOINED, p2);
        List<MemberId> all = List.of(rises, falls, stays, fresh);
        Map<MemberId, String> before = tiersOf(all, NOW);
        ProgramDocument changed = Shop.template(
                "P2", VIB_AT_350, "\"threshold\":30000", ROUGE_AT_1000, "\"threshold\":150000", KEPT, JUDGED_AGAIN);
        ProgramVersion present =
                shop.call(() -> programs.inForce(p2, shop.now())).orElseThrow();
        TierPreview promised = shop.call(() -> preview.compare(present, changed));
        shop.publish(changed, NOW);

        Map<MemberId, String> read = tiersOf(all, NOW);
        assertThat(read).isEqualTo(Map.of(rises, "VIB", falls, "VIB", stays, "INSIDER", fresh, "INSIDER"));
        assertThat(promised.moved())
                .extracting(one -> one.member() + " " + one.before() + " " + one.after())
                .containsExactlyInAnyOrder(
                        rises + " " + before.get(rises) + " " + read.get(rises),
                        falls + " " + before.get(falls) + " " + read.get(falls));
        JsonNode atTheTill = shown(all);
        assertThat(atTheTill.at("/0/current/code").asText()).isEqualTo("VIB");
        assertThat(atTheTill.at("/0/history/1/cause").asText()).isEqualTo("rules_changed");
        assertThat(tiersOf(all, "2026-06-01T11:59:59.999Z")).isEqualTo(before);

        long facts = facts();
        assertThat(shop.call(job::nextDue)).contains(shop.now());
        runJob();
        assertThat(facts()).isEqualTo(facts + 2);
        assertThat(tiersOf(all, NOW)).isEqualTo(read);
        assertThat(tiersOf(all, "2026-06-01T11:59:59.999Z")).isEqualTo(before);
        assertThat(shown(all)).isEqualTo(atTheTill);
        assertThat(told("rules")).isEqualTo(2);
        assertThat(shop.call(job::nextDue))
                .hasValueSatisfying(due -> assertThat(due).isAfter(shop.now()));
        runJob();
        assertThat(facts()).as("twice").isEqualTo(facts + 2);
        assertThat(told("rules")).isEqualTo(2);
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    @Test
    void the_sweep_knows_at_once_of_a_version_that_begins() {
        shop.open(NOW);
        ProgramCode p2 = shop.publish(Shop.template("P2"), JOINED);
        ProgramDocument changed = Shop.template("P2", VIB_AT_350, "\"threshold\":30000", KEPT, JUDGED_AGAIN);
        shop.call(() -> programs.save(
                p2, Optional.empty(), programs.draft(p2, Optional.empty()).version(), changed));
        assertThat(dueWork.oldest(shop.slug())).isEmpty();
        shop.call(() -> publishing.publish(p2, Optional.empty(), shop.now()));
        assertThat(dueWork.oldest(shop.slug())).contains(shop.now());
    }

    @Test
    void an_order_before_the_job_is_judged_by_the_tier_that_the_version_left() {
        shop.open(NOW);
        ProgramCode p2 = shop.publish(Shop.template("P2"), JOINED);
        MemberId falls = spends(p2, "falls", 1_000_00);
        shop.publish(Shop.template("P2", ROUGE_AT_1000, "\"threshold\":150000", KEPT, JUDGED_AGAIN), NOW);
        Receipt receipt = buys(falls, "next", NOW, 10_00);
        assertThat(Shop.granted(receipt)).as("1.25 a dollar").isEqualTo(12);
        Receipt.TierChange move = receipt.programs().get(0).tiers().get(0);
        assertThat(move.before().value()).isEqualTo("VIB");
        assertThat(move.after().value()).isEqualTo("VIB");
        assertThat(told("rules")).isEqualTo(1);
        runJob();
        assertThat(told("rules")).isEqualTo(1);
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    @Test
    void kept_tiers_stay_to_their_end_and_late_orders_are_judged_by_the_ladder_of_their_own_date() {
        shop.open(NOW);
        ProgramCode p2 = shop.publish(Shop.template("P2"), JOINED);
        MemberId holds = spends(p2, "holds", 400_00);
        MemberId late = spends(p2, "late", 200_00);
        MemberId after = spends(p2, "after", 200_00);
        String begins = "2026-07-01T07:00:00Z";
        shop.publish(Shop.template("P2", VIB_AT_350, "\"threshold\":50000"), begins);
        assertThat(shop.call(job::nextDue)).as("a version to come").contains(Instant.parse(begins));
        shop.at("2026-07-02T12:00:00Z");
        List<MemberId> all = List.of(holds, late, after);
        Map<MemberId, String> read = tiersOf(all, begins);
        assertThat(read).isEqualTo(Map.of(holds, "VIB", late, "INSIDER", after, "INSIDER"));
        runJob();
        assertThat(tiersOf(all, begins)).isEqualTo(read);
        buys(late, "late-2", "2026-06-30T12:00:00Z", 150_00);
        buys(after, "after-2", "2026-07-01T12:00:00Z", 150_00);
        assertThat(tiersOf(all, "2026-07-02T12:00:00Z")).isEqualTo(Map.of(holds, "VIB", late, "VIB", after, "INSIDER"));
        assertThat(told("rules")).as("nobody's tier was moved by the version").isZero();
        shop.at("2028-02-01T12:00:00Z");
        assertThat(tiersOf(all, "2027-12-31T20:00:00Z").get(holds)).isEqualTo("VIB");
        assertThat(tiersOf(all, "2028-01-01T08:00:00Z").get(holds)).isEqualTo("INSIDER");
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    @Test
    void a_version_that_changes_no_ladder_gives_the_job_nothing_to_do() {
        shop.open(NOW);
        ProgramCode p2 = shop.publish(Shop.template("P2"), JOINED);
        spends(p2, "stays", 400_00);
        long facts = facts();
        shop.publish(Shop.template("P2", KEPT, JUDGED_AGAIN), NOW);
        assertThat(shop.call(() -> reviews.reviewSome(shop.now()))).isFalse();
        assertThat(facts()).isEqualTo(facts);
    }

    private void runJob() {
        shop.call(() -> {
            job.runDue(shop.now());
            return null;
        });
    }

    private long facts() {
        return shop.number("SELECT count(*) FROM tier_fact");
    }

    private long told(String cause) {
        return shop.number("SELECT count(*) FROM outbox_event WHERE type = 'tier.changed' AND payload->>'cause' = '"
                + cause + "'");
    }

    /** The members' ladders as a till asks for them. */
    private JsonNode shown(List<MemberId> members) {
        String key = Api.operator()
                .post("/tenants/" + shop.slug() + "/keys", Map.of("label", "till", "scopes", List.of("members:read")))
                .expect(201)
                .json()
                .path("apiKey")
                .asText();
        Api till = Api.withKey(key);
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        members.forEach(member -> all.add(
                till.get("/members/" + member + "/tier").expect(200).json().at("/sets/0")));
        return all;
    }

    private Map<MemberId, String> tiersOf(List<MemberId> members, String at) {
        Map<MemberId, String> held = new LinkedHashMap<>();
        for (MemberId member : members) {
            held.put(
                    member,
                    undone(() -> tiers.tiersAt(member, Instant.parse(at))).values().stream()
                            .map(tier -> tier.value())
                            .findFirst()
                            .orElse("INSIDER"));
        }
        return held;
    }

    private MemberId spends(ProgramCode program, String name, long amount) {
        MemberId member = shop.member(name, JOINED, program);
        buys(member, name, "2026-03-10T12:00:00Z", amount);
        return member;
    }

    private Receipt buys(MemberId member, String reference, String at, long amount) {
        return shop.put(member, Shop.order(reference, at, "USD", Shop.line("A", 1, amount)))
                .receipt();
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
