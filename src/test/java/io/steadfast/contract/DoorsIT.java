package io.steadfast.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every call of the document refuses alike, before it looks at what is wanted. */
class DoorsIT extends ClientTest {

    /** As in {@code `members:read`}. */
    private static final Pattern SCOPE = Pattern.compile("`([a-z]+:[a-z]+)`");

    private final TestTenant tenant = TestPrograms.sandboxWith(
            Instant.parse("2026-06-15T12:00:00Z"), "P1", Instant.parse("2026-01-01T00:00:00Z"));
    private final List<ApiDocument.Operation> operations = ApiDocument.read().operations();

    private static Api.Answer called(Api api, ApiDocument.Operation operation, String body) {
        String path = operation.path().replaceAll("\\{[^}]*}", "01930000-0000-7000-8000-000000000001");
        if (takesForm(operation)) {
            byte[] rows = "member.externalId,plan,startAt\nC-1,PRIME,2026-02-01\n".getBytes(StandardCharsets.UTF_8);
            return api.postForm(path, Map.of("kind", "memberships", "program", "club"), "rows.csv", rows);
        }
        return switch (operation.method()) {
            case "get" -> api.get(path);
            case "delete" -> api.delete(path);
            case "put" -> api.put(path, body);
            case "patch" -> api.patch(path, body);
            default -> api.post(path, body);
        };
    }

    private static boolean takesForm(ApiDocument.Operation operation) {
        return operation.node().at("/requestBody/content").has("multipart/form-data");
    }

    @Test
    void nobody_without_a_key_gets_in_anywhere() {
        List<String> open = new ArrayList<>();
        for (ApiDocument.Operation operation : operations) {
            Api.Answer answer = called(Api.anonymous(), operation, "{}");
            if (answer.status() != 401 || !answer.code().equals("UNAUTHENTICATED")) {
                open.add(operation.shape() + " answers " + answer.status());
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void a_key_with_the_scope_that_the_document_names_gets_in_and_one_without_does_not() {
        Map<String, Api> keys = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (ApiDocument.Operation operation : operations) {
            List<String> named = SCOPE.matcher(
                            operation.node().path("description").asText())
                    .results()
                    .map(scope -> scope.group(1))
                    .toList();
            String other = named.contains("webhooks:write") ? "members:read" : "webhooks:write";
            for (String scope : named.isEmpty() ? named : List.of(named.get(named.size() - 1), other)) {
                Api key = keys.computeIfAbsent(scope, tenant::apiWith);
                if (isForbidden(called(key, operation, "{}")) == named.contains(scope)) {
                    wrong.add(operation.shape() + " with " + scope + ", says " + named);
                }
            }
            if (named.isEmpty()) {
                wrong.add(operation.shape() + " names no scope");
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isForbidden(Api.Answer answer) {
        return answer.status() == 403 && answer.code().equals("FORBIDDEN");
    }

    @Test
    void a_text_of_a_query_or_path_that_no_text_may_be_is_refused_by_its_name() {
        assertThat(tenant.api().get("/products?cursor=%00").expect(400).errorAt("cursor"))
                .isEqualTo("BAD_CHARACTER");
        assertThat(tenant.api()
                        .get("/members/01930000-0000-7000-8000-000000000001/entitlements?sku=a%00b")
                        .expect(400)
                        .errorAt("sku"))
                .isEqualTo("BAD_CHARACTER");
    }

    @Test
    void no_call_takes_a_field_that_it_does_not_know() {
        Api api = tenant.api().withHeader("If-Match", "\"0\"");
        List<String> lenient = new ArrayList<>();
        for (ApiDocument.Operation operation : operations) {
            if (operation.takesJson()) {
                Api.Answer answer = called(api, operation, "{\"nobodyKnows\": 1}");
                // What is missing may be told first; it is never taken.
                if (answer.status() != 400 || !answer.code().equals("INVALID_REQUEST")) {
                    lenient.add(operation.shape() + " answers " + answer.status() + " " + answer.body());
                }
            }
        }
        assertThat(lenient).isEmpty();
    }
}
