package io.steadfast.reporting.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.reporting.ExportKind;
import io.steadfast.rewards.RewardTill;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExportsResourceIT extends ClientTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static List<String> lines(Api api, String kind) {
        Api.Answer answer = api.get("/exports/" + kind).expect(200);
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        assertThat(answer.header("Content-Disposition")).contains(kind + ".csv");
        return answer.body().lines().toList();
    }

    @Test
    void members_orders_and_entries_go_out_one_line_each_and_nothing_in_them_is_a_formula() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", Instant.parse("2026-01-01T00:00:00Z"));
        Api api = tenant.api();
        api.post(
                        "/members",
                        Map.of(
                                "externalId",
                                "a1",
                                "name",
                                "=HYPERLINK(\"http://evil.test\")",
                                "joinedAt",
                                "2026-01-05T10:00:00Z",
                                "enrol",
                                List.of(Map.of("program", "club", "channel", "app"))))
                .expect(201);
        api.post("/members", Map.of("externalId", "b2", "name", "王芳, \"芳\"", "phone", "+44 7700 900123"))
                .expect(201);
        api.put(
                        "/orders/till/-1",
                        Map.of(
                                "member",
                                Map.of("externalId", "a1"),
                                "occurredAt",
                                "2026-02-01T10:00:00Z",
                                "currency",
                                "GBP",
                                "status",
                                "paid",
                                "store",
                                "@LDN",
                                "lines",
                                List.of(Map.of("lineId", "1", "sku", "x", "quantity", 1, "amount", 4000))))
                .expect(201);
        List<String> members = lines(api, "members");
        assertThat(members.get(0)).isEqualTo(String.join(",", ExportKind.MEMBERS.columns()));
        assertThat(members).hasSize(3);
        assertThat(members.get(1))
                .contains("\"'=HYPERLINK(\"\"http://evil.test\"\")\"")
                .contains(",club");
        assertThat(members.get(2)).contains("'+447700900123").contains("\"王芳, \"\"芳\"\"\"");
        assertThat(lines(api, "orders").get(1)).contains(",till,-1,").contains(",4000,'@LDN,");
        assertThat(lines(api, "entries").get(1)).contains(",points,accrual,40,").contains(",purchase,");
    }

    @Test
    void vouchers_go_out_without_their_whole_codes_and_not_to_a_till() {
        RewardTill till = RewardTill.open();
        till.give(till.member, 500);
        String code = till.redeem(till.member, "voucher-10", Map.of())
                .expect(201)
                .json()
                .at("/vouchers/0/code")
                .asText();
        List<String> vouchers = lines(till.api, "vouchers");
        assertThat(vouchers).hasSize(2);
        assertThat(vouchers.get(1))
                .contains("," + code.substring(code.length() - 4) + ",")
                .doesNotContain(code);
        TestTenants.Two tenants = TestTenants.makeTwo();
        Api atTill = tenants.mine().apiWith("redemptions:write");
        assertThat(atTill.get("/exports/vouchers").expect(403).code()).isEqualTo("FORBIDDEN");
        Api reader = tenants.mine().apiWith("reports:read");
        assertThat(lines(reader, "vouchers")).containsExactly(String.join(",", ExportKind.VOUCHERS.columns()));
        assertThat(reader.get("/exports/members").expect(403).code()).isEqualTo("FORBIDDEN");
        assertThat(reader.get("/exports/stars").expect(404).code()).isEqualTo("NOT_FOUND");
    }
}
