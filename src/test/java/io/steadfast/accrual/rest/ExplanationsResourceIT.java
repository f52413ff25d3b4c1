package io.steadfast.accrual.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestDatabase;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationsResourceIT extends ClientTest {

    private static final String ORDER = """
            {"member": {"externalId": "anna"}, "occurredAt": "2026-03-14T10:00:00Z", "currency": "GBP",
             "status": "paid", "lines": [{"lineId": "A", "sku": "S", "quantity": 1, "amount": 4050}],
             "tenders": [{"kind": "card", "amount": 4050}]}
            """;

    @Test
    void an_entry_says_why_it_stands_in_one_sentence_in_lines_and_as_a_proof() throws SQLException {
        TestTenant tenant = shop();
        String member = member(tenant);
        tenant.api().put("/orders/shop/1001", ORDER).expect(201);
        String path = "/members/" + member + "/entries/" + entry(tenant) + "/explanation";
        JsonNode english = tenant.api().get(path + "?locale=en").expect(200).json();
        assertThat(english.path("sentence").asText())
                .isEqualTo("You earned 40 Points for \"Points for buying\": GBP 40.50 at 1 per GBP 1.00, makes 40.5, "
                        + "rounded down to 40.");
        assertThat(english.path("kind").asText()).isEqualTo("given");
        assertThat(english.path("lines")).isNotEmpty();
        assertThat(english.at("/proof/arithmetic/rounded").asLong()).isEqualTo(40);
        JsonNode chinese = tenant.api().get(path).expect(200).json();
        assertThat(chinese.path("sentence").asText()).startsWith("您因“购物积分”获得 40 积分");
    }

    @Test
    void an_entry_of_another_member_is_as_unknown_as_one_that_never_was() throws SQLException {
        TestTenant tenant = shop();
        member(tenant);
        tenant.api().put("/orders/shop/1001", ORDER).expect(201);
        String nobody = "01930000-0000-7000-8000-000000000001";
        Api api = tenant.api();
        assertThat(api.get("/members/" + nobody + "/entries/" + entry(tenant) + "/explanation")
                        .expect(404)
                        .code())
                .isEqualTo("ENTRY_UNKNOWN");
        assertThat(api.get("/members/" + nobody + "/entries/" + nobody + "/explanation")
                        .expect(404)
                        .code())
                .isEqualTo("ENTRY_UNKNOWN");
    }

    private static TestTenant shop() {
        return TestPrograms.sandboxWith(
                Instant.parse("2026-03-14T12:00:00Z"), "P1", Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static String member(TestTenant tenant) {
        return tenant.api()
                .post(
                        "/members",
                        Map.of(
                                "externalId",
                                "anna",
                                "locale",
                                "zh-CN",
                                "joinedAt",
                                "2026-01-01T00:00:00Z",
                                "enrol",
                                List.of(Map.of("program", "club", "channel", "till"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static String entry(TestTenant tenant) throws SQLException {
        try (Connection connection = TestDatabase.superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT entry_id FROM t_"
                        + tenant.slug().replace('-', '_') + ".proof WHERE entry_id IS NOT NULL")) {
            row.next();
            return row.getString("entry_id");
        }
    }
}
