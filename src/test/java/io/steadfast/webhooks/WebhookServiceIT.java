package io.steadfast.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.ClientTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestDatabase;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Endpoints over their life: two secrets at a change, a delivery given up and sent again. */
class WebhookServiceIT extends ClientTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Receiver receiver = Receiver.open();

    @AfterEach
    void closeReceiver() {
        receiver.close();
    }

    @Test
    void afterARotationBothSecretsSign() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        Storefront shop = new Storefront(tenant).publishSimplePoints();
        String member = shop.enrol("Anna", "+447700900004");
        JsonNode made = make(tenant);
        String id = made.path("id").asText();
        JsonNode rotated = tenant.api()
                .post("/webhook-endpoints/" + id + "/rotate-secret", "")
                .expect(200)
                .json();
        String former = made.path("secret").asText();
        String present = rotated.path("secret").asText();
        assertThat(present).startsWith("whsec_").isNotEqualTo(former);
        shop.order(member, "1001", 4_000);
        await().atMost(PATIENCE).until(() -> receiver.got().size() == 1);
        assertThat(receiver.got().get(0).isSignedWith(present)).isTrue();
        assertThat(receiver.got().get(0).isSignedWith(former)).isTrue();
    }

    @Test
    void aDeliveryIsGivenUpAfterTwoDaysAndSentAgainOnDemandWithTheSameBytes() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        Storefront shop = new Storefront(tenant).publishSimplePoints();
        String member = shop.enrol("Anna", "+447700900005");
        receiver.answering(500);
        String id = make(tenant).path("id").asText();
        shop.order(member, "1001", 4_000);
        await().atMost(PATIENCE).until(() -> receiver.got().size() == 1);
        tenant.moveClock(Storefront.SANDBOX_NOW.plus(Duration.ofDays(3)));
        await().atMost(PATIENCE)
                .until(() -> delivery(tenant, id).path("status").asText().equals("dead"));
        JsonNode dead = delivery(tenant, id);
        assertThat(dead.path("attempts").asInt()).isEqualTo(11);
        assertThat(dead.path("log").get(0).path("trouble").asText()).isEqualTo("ANSWERED_500");
        assertThat(dead.path("body").asText()).isEqualTo(receiver.got().get(0).body());
        receiver.answering(200);
        String again = "/webhook-endpoints/deliveries/" + dead.path("id").asText() + "/redeliver";
        tenant.api().post(again, "").expect(200);
        await().atMost(PATIENCE).until(() -> receiver.accepted().size() == 1);
        assertThat(receiver.accepted().get(0).body())
                .isEqualTo(receiver.got().get(0).body());
        await().atMost(PATIENCE)
                .until(() -> delivery(tenant, id).path("status").asText().equals("delivered"));
    }

    @Test
    void secretsAreSealedInTheDatabaseAndOnesFromBeforeStillSign() throws SQLException {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        Storefront shop = new Storefront(tenant).publishSimplePoints();
        String member = shop.enrol("Anna", "+447700900006");
        JsonNode made = make(tenant);
        String shown = made.path("secret").asText();
        byte[] secret = Base64.getDecoder().decode(shown.substring("whsec_".length()));
        String standing = kept(tenant);
        assertThat(standing).matches("[0-9a-f]{8} [0-9a-f]{120}");
        assertThat(standing).doesNotContain(HexFormat.of().formatHex(secret));

        // As an earlier version kept it.
        change(tenant, "UPDATE webhook_endpoint SET secret = ?, secret_key = NULL", secret);
        shop.order(member, "1001", 4_000);
        await().atMost(PATIENCE).until(() -> receiver.got().size() == 1);
        assertThat(receiver.got().get(0).isSignedWith(shown)).isTrue();
    }

    /** The key's id and the bytes of the one endpoint's secret. */
    private static String kept(TestTenant tenant) throws SQLException {
        try (Connection connection = inSchema(tenant);
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT coalesce(secret_key, '') || ' ' || encode(secret, 'hex') FROM webhook_endpoint");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private static void change(TestTenant tenant, String sql, byte[] value) throws SQLException {
        try (Connection connection = inSchema(tenant);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, value);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static Connection inSchema(TestTenant tenant) throws SQLException {
        Connection connection = TestDatabase.superuser();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT set_config('search_path', (SELECT schema_name FROM steadfast_control.tenant WHERE slug = ?), false)")) {
            statement.setString(1, tenant.slug());
            statement.execute();
        }
        return connection;
    }

    private static JsonNode delivery(TestTenant tenant, String endpoint) {
        return tenant.api()
                .get("/webhook-endpoints/" + endpoint + "/deliveries")
                .expect(200)
                .json()
                .path("items")
                .get(0);
    }

    private JsonNode make(TestTenant tenant) {
        return tenant.api()
                .post(
                        "/webhook-endpoints",
                        Map.of("url", receiver.url(), "eventTypes", java.util.List.of("points.accrued")))
                .expect(201)
                .json();
    }
}
