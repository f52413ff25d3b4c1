package io.steadfast.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.ClientTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The document against the contract that tenants were promised. */
class ContractIT extends ClientTest {

    /** Every call of version 1; adding is free, removing is not. */
    private static final List<String> PROMISED = List.of(
            "POST /members",
            "GET /members",
            "GET /members/{}",
            "PATCH /members/{}",
            "DELETE /members/{}",
            "GET /members/{}/export",
            "POST /members/{}/block",
            "POST /members/{}/merge",
            "POST /members/{}/unblock",
            "PUT /members/{}/programs/{}",
            "DELETE /members/{}/programs/{}",
            "POST /members/{}/tier",
            "GET /members/{}/tier",
            "GET /members/{}/balance",
            "GET /members/{}/entries",
            "GET /members/{}/lots",
            "GET /members/{}/entries/{}/explanation",
            "GET /members/{}/entitlements",
            "GET /members/{}/forecast",
            "GET /members/{}/vouchers",
            "GET /members/{}/donations",
            "PUT /members/{}/charity",
            "PUT /orders/{}/{}",
            "GET /orders/{}/{}",
            "POST /orders/{}/{}/returns",
            "POST /orders/batch",
            "POST /activities",
            "POST /simulations",
            "GET /rewards",
            "POST /rewards/{}/stock",
            "POST /redemptions",
            "GET /redemptions/{}",
            "POST /redemptions/{}/cancel",
            "POST /holds",
            "POST /holds/{}/commit",
            "POST /holds/{}/release",
            "GET /vouchers/{}",
            "POST /vouchers/{}/use",
            "POST /vouchers/{}/unuse",
            "POST /vouchers/{}/block",
            "POST /memberships",
            "GET /memberships/{}",
            "POST /memberships/{}/payments",
            "POST /memberships/{}/cancel",
            "POST /donations",
            "GET /charities",
            "POST /charities",
            "PATCH /charities/{}",
            "POST /charities/{}/settlements",
            "POST /adjustments",
            "POST /extensions",
            "GET /extensions/{}",
            "POST /extensions/{}/run",
            "POST /extensions/{}/undo",
            "GET /programs",
            "POST /programs",
            "GET /programs/{}/draft",
            "PUT /programs/{}/draft",
            "POST /programs/{}/draft/check",
            "POST /programs/{}/draft/publish",
            "GET /programs/{}/versions",
            "GET /programs/{}/versions/{}",
            "GET /programs/{}/terms",
            "GET /schemas/program",
            "GET /stores",
            "POST /stores",
            "GET /attributes",
            "POST /attributes",
            "GET /products",
            "POST /products",
            "GET /reports/summary",
            "GET /reports/movement",
            "POST /periods/{}/close",
            "POST /imports",
            "GET /imports/{}",
            "GET /jobs/{}",
            "GET /jobs/{}/errors.csv",
            "GET /exports/members",
            "GET /exports/entries",
            "GET /exports/orders",
            "GET /exports/vouchers",
            "GET /webhook-endpoints",
            "POST /webhook-endpoints",
            "GET /webhook-endpoints/{}/deliveries",
            "POST /webhook-endpoints/{}/rotate-secret");

    @Test
    void every_call_that_was_promised_is_in_the_document() {
        assertThat(ApiDocument.read().operations().stream().map(ApiDocument.Operation::shape))
                .containsAll(PROMISED);
    }

    @Test
    void every_call_lists_the_codes_it_may_be_refused_with_and_shows_the_body_it_takes() {
        ApiDocument document = ApiDocument.read();
        for (ApiDocument.Operation operation : document.operations()) {
            JsonNode responses = operation.node().path("responses");
            assertThat(responses.at("/401/description").asText())
                    .as(operation.shape())
                    .contains("UNAUTHENTICATED");
            assertThat(responses.at("/403/description").asText())
                    .as(operation.shape())
                    .contains("FORBIDDEN");
            if (document.bodySchema(operation).path("properties").size() > 0) {
                assertThat(operation
                                .node()
                                .at("/requestBody/content/application~1json")
                                .has("example"))
                        .as(operation.shape() + " has an example")
                        .isTrue();
            }
        }
        assertThat(document.tree().at("/components/schemas/Problem/properties").has("code"))
                .isTrue();
        assertThat(document.tree().at("/components/securitySchemes/key/scheme").asText())
                .isEqualTo("bearer");
        assertThat(document.tree()
                        .at("/paths/~1api~1v1~1holds/post/responses/422/description")
                        .asText())
                .contains("INSUFFICIENT_POINTS");
    }

    @Test
    void every_call_has_a_name_of_its_own_a_summary_and_a_tag() {
        Set<String> seen = new HashSet<>();
        for (ApiDocument.Operation operation : ApiDocument.read().operations()) {
            assertThat(operation.id()).as(operation.shape()).matches("[a-z][A-Za-z0-9]+");
            assertThat(seen.add(operation.id()))
                    .as(operation.id() + " stands twice")
                    .isTrue();
            assertThat(operation.node().path("summary").asText())
                    .as(operation.shape())
                    .isNotBlank();
            assertThat(operation.node().path("tags")).as(operation.shape()).isNotEmpty();
        }
    }
}
