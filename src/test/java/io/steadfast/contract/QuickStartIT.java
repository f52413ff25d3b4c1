package io.steadfast.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import io.steadfast.launcher.QuickStart;
import io.steadfast.support.ClientTest;
import io.steadfast.support.DocumentCheck;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import steadfast.client.ApiException;
import steadfast.client.api.MembersApi;
import steadfast.client.api.OrdersAndActivitiesApi;
import steadfast.client.api.PointsApi;
import steadfast.client.model.EntryResponse;
import steadfast.client.model.OrderRequest;
import steadfast.client.model.Receipt;

/** The calls that the readme begins with, by the client that is generated from the document. */
class QuickStartIT extends ClientTest {

    private static final Instant NOW = Instant.parse("2026-03-15T18:00:00Z");
    private static final String EMAIL = "amelia.ward@example.com";
    private static final Pattern CALL = Pattern.compile("call (?:-X (\\w+) )?\"\\$API(/[^\"?]*)");
    private static final Pattern BODY = Pattern.compile("-d '(\\{.*?})'\n", Pattern.DOTALL);

    private final TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", Instant.parse("2026-01-01T00:00:00Z"));
    private final Caller caller = new Caller(tenant.apiKey());

    @Test
    void what_the_readme_says_to_curl_is_what_the_document_says_to_a_client() throws IOException, ApiException {
        UUID made = amelia();
        UUID member = new MembersApi(caller)
                .findMembers(null, EMAIL, null, null, null)
                .getItems()
                .get(0)
                .getId();
        assertThat(member).isEqualTo(made);
        Receipt receipt = new OrdersAndActivitiesApi(caller).putOrder("till", "1001", order(member), Caller.once());
        long earned = receipt.getPrograms().get(0).getGranted().get(0).getPoints();
        assertThat(earned).isPositive();
        PointsApi points = new PointsApi(caller);
        var wallet = points.getBalance(member).getWallets().get(0);
        assertThat(wallet.getSpendable() + wallet.getPending()).isEqualTo(earned);
        EntryResponse entry =
                points.listEntries(member, null, 1, null).getItems().get(0);
        assertThat(points.explainEntry(member, entry.getId(), null).getSentence())
                .isNotBlank();
        assertThat(told()).containsExactly("findMembers", "putOrder", "getBalance", "listEntries", "explainEntry");
    }

    private UUID amelia() {
        tenant.api().post("/stores", Map.of("code", "LDN1", "name", "London")).expect(201);
        return Caller.idOf(tenant.api()
                .post(
                        "/members",
                        Map.of(
                                "email",
                                EMAIL,
                                "joinedAt",
                                "2026-01-02T08:00:00Z",
                                "enrol",
                                List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201));
    }

    /** The readme's order, read by the client: it has no field that the client doesn't know. */
    private OrderRequest order(UUID member) throws IOException {
        Matcher body = BODY.matcher(QuickStart.text());
        assertThat(body.find()).isTrue();
        String json =
                body.group(1).replace("'$ID'", member.toString()).replaceAll("'\\$\\(date [^)]*\\)'", NOW.toString());
        return caller.getObjectMapper()
                .copy()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(json, OrderRequest.class);
    }

    /** Which calls of the document the readme's are. */
    private static List<String> told() throws IOException {
        List<String> told = new ArrayList<>();
        for (MatchResult call : CALL.matcher(QuickStart.text()).results().toList()) {
            String method = call.group(1) == null ? "GET" : call.group(1);
            told.add(DocumentCheck.operation(method, ApiDocument.BASE + call.group(2))
                    .orElseThrow());
        }
        return told;
    }
}
