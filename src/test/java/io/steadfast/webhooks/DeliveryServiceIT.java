package io.steadfast.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestDatabase;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a commit to the receiver: signed, in order for each member, and kept for a receiver that is down. */
class DeliveryServiceIT extends ClientTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Receiver receiver = Receiver.open();
    private TestTenant tenant;
    private Storefront shop;

    @BeforeEach
    void openShop() {
        tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        shop = new Storefront(tenant).publishSimplePoints();
    }

    @AfterEach
    void closeReceiver() {
        receiver.close();
    }

    @Test
    void anEndpointWhoseSecretCannotBeOpenedWaitsAndHoldsUpNoOther() throws SQLException {
        endpoint(List.of("points.accrued"));
        try (Connection connection = TestDatabase.superuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE \"t_" + tenant.slug().replace('-', '_')
                    + "\".webhook_endpoint SET secret_key = '00000000'");
        }
        String secret = endpoint(List.of("points.accrued"));
        shop.order(shop.enrol("Anna", "+447700900009"), "1001", 4_000);
        await().atMost(PATIENCE).until(() -> receiver.got().size() == 1);
        assertThat(receiver.got().get(0).isSignedWith(secret)).isTrue();
    }

    @Test
    void anOrderArrivesSignedWithTheMembersOwnNumber() {
        String member = tenant.api()
                .post(
                        "/members",
                        Map.of(
                                "externalId",
                                "C-7",
                                "enrol",
                                List.of(Map.of("program", Storefront.PROGRAM, "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        String secret = endpoint(List.of("points.accrued"));
        shop.order(member, "1001", 4_000);
        await().atMost(PATIENCE).until(() -> receiver.got().size() == 1);
        Receiver.Got got = receiver.got().get(0);
        assertThat(got.isSignedWith(secret)).isTrue();
        assertThat(got.isSignedWith("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")).isFalse();
        JsonNode event = got.json();
        assertThat(event.path("type").asText()).isEqualTo("points.accrued");
        assertThat(event.path("tenant").asText()).isEqualTo(tenant.slug());
        assertThat(event.path("memberId").asText()).isEqualTo(member);
        assertThat(event.path("externalId").asText()).isEqualTo("C-7");
        assertThat(event.path("time").asText()).isEqualTo("2026-03-10T10:00:00Z");
        assertThat(got.headers().firstValue("webhook-id"))
                .hasValue(event.path("id").asText());
    }

    /** What happened before it went down, in the middle of the night, and just before it is back. */
    @Test
    void aReceiverThatWasDownForTwentyHoursGetsEverythingOnceAndInOrder() {
        String anna = shop.enrol("Anna", "+447700900001");
        String ben = shop.enrol("Ben", "+447700900002");
        receiver.answering(503);
        String secret = endpoint(List.of("points.accrued"));
        for (int hours : List.of(0, 10, 20)) {
            if (hours > 0) {
                tenant.moveClock(Storefront.SANDBOX_NOW.plus(Duration.ofHours(hours)));
            }
            for (int order = 0; order < 2; order++) {
                shop.order(anna, "A" + hours + "-" + order, 100 * (order + 1));
                shop.order(ben, "B" + hours + "-" + order, 100 * (order + 1));
            }
        }
        await().atMost(PATIENCE).until(() -> receiver.got().size() >= 2);
        assertThat(receiver.accepted()).isEmpty();
        receiver.answering(200);
        tenant.moveClock(Storefront.SANDBOX_NOW.plus(Duration.ofHours(44)));
        await().atMost(PATIENCE).until(() -> receiver.accepted().size() >= 12);
        assertThat(receiver.accepted()).hasSize(12).allMatch(got -> got.isSignedWith(secret));
        assertThat(references(anna)).containsExactly("A0-0", "A0-1", "A10-0", "A10-1", "A20-0", "A20-1");
        assertThat(references(ben)).containsExactly("B0-0", "B0-1", "B10-0", "B10-1", "B20-0", "B20-1");
        assertThat(receiver.accepted())
                .extracting(got -> got.headers().firstValue("webhook-id").orElseThrow())
                .doesNotHaveDuplicates();
    }

    @Test
    void whatTheNightlyJobBooksArrives() {
        tenant = TestPrograms.sandboxWith(Storefront.SANDBOX_NOW, "P2", Instant.parse("2026-01-01T05:00:00Z"));
        String member = tenant.api()
                .post("/members", Map.of("enrol", List.of(Map.of("program", "club", "channel", "web"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        Map<String, ?> line = Map.of("lineId", "1", "sku", "x", "quantity", 1, "amount", 36_000);
        tenant.api()
                .put(
                        "/orders/till/1",
                        Map.of(
                                "member",
                                Map.of("id", member),
                                "occurredAt",
                                Storefront.SANDBOX_NOW.toString(),
                                "currency",
                                "USD",
                                "status",
                                "paid",
                                "lines",
                                List.of(line)))
                .expect(201);
        endpoint(List.of("points.expired"));
        tenant.moveClock(Storefront.SANDBOX_NOW.plus(Duration.ofDays(2 * 366)));
        await().atMost(PATIENCE).until(() -> !receiver.got().isEmpty());
        JsonNode told = receiver.got().get(0).json();
        assertThat(told.path("memberId").asText()).isEqualTo(member);
        assertThat(told.path("data").path("points").asLong()).isPositive();
    }

    @Test
    void aPausedEndpointGetsNothingAndOthersTypesStayAway() {
        String member = shop.enrol("Anna", "+447700900003");
        endpoint(List.of("tier.changed"));
        endpoint(List.of("points.accrued"));
        try (Receiver resting = Receiver.open()) {
            Map<String, Object> wish = Map.of("url", resting.url(), "eventTypes", List.of("points.accrued"));
            Api.Answer made = tenant.api().post("/webhook-endpoints", wish).expect(201);
            String path = "/webhook-endpoints/" + made.json().path("id").asText();
            shop.order(member, "1000", 4_000);
            await().atMost(PATIENCE).until(() -> resting.got().size() == 1);
            Map<String, Object> paused = new HashMap<>(wish);
            paused.put("status", "paused");
            tenant.api()
                    .withHeader("If-Match", made.header("ETag"))
                    .put(path, paused)
                    .expect(200);
            shop.order(member, "1001", 4_000);
            shop.order(member, "1002", 4_000);
            await().atMost(PATIENCE).until(() -> receiver.got().size() == 3);
            assertThat(tenant.api().get(path + "/deliveries").expect(200).json().path("items"))
                    .as("what happens while it rests isn't kept for later")
                    .hasSize(1);
            assertThat(resting.got()).hasSize(1);
        }
        assertThat(receiver.got())
                .extracting(got -> got.json().path("type").asText())
                .containsOnly("points.accrued");
    }

    @Test
    void aReceiverThatAnswersDropByDropHoldsUpNoOtherTenant() {
        receiver.answering(200).answeringDropByDrop();
        endpoint(List.of("points.accrued"));
        shop.order(shop.enrol("Anna", "+447700900006"), "1001", 4_000);
        await().atMost(PATIENCE).until(() -> receiver.got().size() == 1);
        try (Receiver swift = Receiver.open()) {
            TestTenant other = TestTenants.makeAt(Storefront.SANDBOX_NOW);
            Storefront otherShop = new Storefront(other).publishSimplePoints();
            other.api()
                    .post("/webhook-endpoints", Map.of("url", swift.url(), "eventTypes", List.of("points.accrued")))
                    .expect(201);
            otherShop.order(otherShop.enrol("Ben", "+447700900007"), "2001", 4_000);
            await().atMost(WebhookSender.DEADLINE.dividedBy(2))
                    .until(() -> swift.got().size() == 1);
        }
    }

    private List<String> references(String member) {
        List<String> references = new ArrayList<>();
        for (Receiver.Got got : receiver.accepted()) {
            if (got.json().path("memberId").asText().equals(member)) {
                references.add(got.json().path("data").findValue("reference").asText());
            }
        }
        return references;
    }

    private String endpoint(List<String> types) {
        return tenant.api()
                .post("/webhook-endpoints", Map.of("url", receiver.url(), "eventTypes", types))
                .expect(201)
                .json()
                .path("secret")
                .asText();
    }
}
