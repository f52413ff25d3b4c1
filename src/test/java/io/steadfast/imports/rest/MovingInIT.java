package io.steadfast.imports.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * A brand moves in from another system on the day its program begins here: members, balances, tiers, paid plans and twelve
 * months of orders, all of them from before that day.
 */
class MovingInIT extends ClientTest {

    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final String MEMBERS = "externalId,joinedAt\nanna,2024-02-01\nbob,2024-02-01\ncleo,2024-02-01\n";

    /** Nothing judged anything before this day. */
    private static TestTenant movingIn(String code, String template) {
        TestTenant tenant =
                TestTenants.make(Map.of("now", NOW.toString(), "currency", "USD", "zone", "America/New_York"));
        TestPrograms.publish(tenant, code, template, NOW);
        return tenant;
    }

    private static void taken(Api api, int rows, String csv, String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int at = 0; at < fields.length; at += 2) {
            form.put(fields[at], fields[at + 1]);
        }
        String id = api.postForm("/imports", form, "old.csv", csv.getBytes(StandardCharsets.UTF_8))
                .expect(202)
                .json()
                .path("id")
                .asText();
        JsonNode job = Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> api.get("/jobs/" + id).expect(200).json(),
                        one -> one.path("status").asText().matches("completed|failed"));
        assertThat(job.path("status").asText()).isEqualTo("completed");
        assertThat(job.path("failed").asInt())
                .as(() -> api.get("/jobs/" + id + "/errors.csv").body())
                .isZero();
        assertThat(job.path("done").asInt()).isEqualTo(rows);
    }

    private static String member(Api api, String externalId) {
        return api.get("/members?externalId=" + externalId)
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
    }

    private static JsonNode of(Api api, String externalId, String what) {
        return api.get("/members/" + member(api, externalId) + "/" + what)
                .expect(200)
                .json();
    }

    /** Each month an order of each, from July 2025 to June 2026; anna's are of USD 60.00, bob's of 30.00. */
    private static String twelveMonths() {
        StringBuilder csv = new StringBuilder("reference,occurredAt,member.externalId,amount\n");
        for (int month = 0; month < 12; month++) {
            LocalDate day = LocalDate.parse("2025-07-10").plusMonths(month);
            csv.append("a%d,%s,anna,60.00%nb%d,%s,bob,30.00%n".formatted(month, day, month, day));
        }
        return csv.toString();
    }

    private static String tier(Api api, String externalId) {
        JsonNode set = of(api, externalId, "tier").at("/sets/0");
        return set.at("/current/code").asText() + " until "
                + set.path("validUntil").asText();
    }

    @Test
    void balances_tiers_and_twelve_months_of_orders_give_the_opening_balances_the_tiers_and_the_next_review() {
        TestTenant tenant = movingIn("club", "P2");
        Api api = tenant.api();
        taken(api, 3, MEMBERS, "kind", "members", "program", "club");
        String balances = "member.externalId,points,earnedAt,expiresAt\n"
                + "anna,1200,2025-11-01,2026-11-02\nanna,300,2026-03-01,2027-03-02\nbob,70,2025-12-01,2026-12-02\n";
        String tiers = "member.externalId,tier,until\nbob,VIB,2027-01-01\ncleo,ROUGE,2026-09-01\n";
        String[] metrics = {"kind", "orders", "program", "club", "effects", "metrics", "source", "old"};
        for (int time = 0; time < 2; time++) {
            // The second time nothing changes.
            taken(api, 3, balances, "kind", "balances");
            taken(api, 2, tiers, "kind", "tiers", "program", "club");
            taken(api, 24, twelveMonths(), metrics);
            // Anna's 6 orders of 2025 and 6 of 2026 come to 360.00 each: the sixth of 2025 made her VIB to the end of
            // the next
            // year, and that of June 2026 to the end of 2027. Bob's 180.00 a year earn nothing; his tier was brought
            // along.
            assertThat(tier(api, "anna")).startsWith("VIB until 2028-01-01T08:00:00");
            assertThat(tier(api, "bob")).startsWith("VIB until 2027-01-01T08:00:00");
            assertThat(tier(api, "cleo")).startsWith("ROUGE until 2026-09-01T07:00:00");
            assertThat(of(api, "anna", "balance").at("/wallets/0/spendable").asLong())
                    .isEqualTo(1_500);
            assertThat(of(api, "bob", "balance").at("/wallets/0/spendable").asLong())
                    .isEqualTo(70);
            assertThat(of(api, "anna", "entries").path("items")).hasSize(2);
        }
        JsonNode progress = of(api, "bob", "tier").at("/sets/0/progress");
        assertThat(progress.path("current").asLong())
                .as("this year's spend counts on")
                .isEqualTo(18_000);

        // What is bought here goes on from there: 170.00 more make 350.00 of this year.
        api.put(
                        "/orders/shop/1",
                        Map.of(
                                "member",
                                Map.of("externalId", "bob"),
                                "occurredAt",
                                NOW.toString(),
                                "currency",
                                "USD",
                                "status",
                                "paid",
                                "lines",
                                java.util.List.of(Map.of("lineId", "1", "sku", "A", "quantity", 1, "amount", 17_000))))
                .expect(201);
        assertThat(tier(api, "bob")).startsWith("VIB until 2028-01-01T08:00:00");

        tenant.moveClock(Instant.parse("2026-09-01T12:00:00Z"));
        assertThat(tier(api, "cleo"))
                .as("the promise is over, nothing was bought")
                .startsWith("INSIDER");
    }

    @Test
    void an_order_from_before_counts_with_its_later_state_and_one_that_isnt_said_to_be_from_elsewhere_counts_nothing() {
        Api api = movingIn("club", "P2").api();
        taken(api, 3, MEMBERS, "kind", "members", "program", "club");
        String order = "reference,occurredAt,member.externalId,amount\nb1,2026-02-10,bob,400.00\n";
        taken(api, 1, order.replace("b1", "b0").replace("bob", "cleo"), "kind", "orders", "program", "club");
        assertThat(tier(api, "cleo")).startsWith("INSIDER");
        assertThat(api.get("/orders/import/b0").expect(200).body()).contains("NOT_IN_FORCE");
        taken(api, 1, order, "kind", "orders", "program", "club", "effects", "metrics", "source", "old");
        assertThat(tier(api, "bob")).startsWith("VIB until 2028-01-01");
        api.post(
                        "/orders/old/b1/returns",
                        Map.of(
                                "returnId",
                                "r1",
                                "at",
                                "2026-05-01T10:00:00Z",
                                "lines",
                                java.util.List.of(Map.of("lineId", "1", "quantity", 1))))
                .expect(200);
        assertThat(tier(api, "bob")).startsWith("INSIDER");
        assertThat(of(api, "bob", "entries").path("items")).isEmpty();
    }

    @Test
    void paid_plans_come_with_their_first_day_and_what_was_paid_since() {
        TestTenant tenant = movingIn("prime", "P3");
        Api api = tenant.api();
        taken(api, 3, MEMBERS, "kind", "members", "program", "prime");
        String plans = "member.externalId,plan,startedAt,paidAt,paidAmount,paidReference\n"
                + "anna,PRIME,2026-03-31,2026-03-31,14.99,p1\n"
                + "anna,PRIME,2026-03-31,2026-04-30,14.99,p2\n"
                + "anna,PRIME,2026-03-31,2026-05-31,14.99,p3\n"
                + "anna,PRIME,2026-03-31,2026-06-30,14.99,p4\n"
                + "bob,PRIME,2026-05-20,2026-05-20,14.99,p5\n";
        for (int time = 0; time < 2; time++) {
            taken(api, 5, plans, "kind", "memberships", "program", "prime");
            JsonNode anna = of(api, "anna", "memberships").path("items");
            assertThat(anna).hasSize(1);
            assertThat(anna.at("/0/state").asText()).isEqualToIgnoringCase("ACTIVE");
            assertThat(anna.at("/0/startedAt").asText()).startsWith("2026-03-31T04:00:00");
            // The 31st of the first day, though April and June have none.
            assertThat(anna.at("/0/coveredUntil").asText()).startsWith("2026-07-31T04:00:00");
            assertThat(anna.at("/0/payments")).hasSize(4);
            JsonNode bob = of(api, "bob", "memberships").path("items");
            assertThat(bob.at("/0/coveredUntil").asText()).startsWith("2026-06-20T04:00:00");
            assertThat(bob.at("/0/state").asText())
                    .as("unpaid, and the grace is over")
                    .isEqualToIgnoringCase("SUSPENDED");
        }
    }
}
