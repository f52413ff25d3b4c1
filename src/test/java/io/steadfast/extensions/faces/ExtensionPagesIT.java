package io.steadfast.extensions.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.steadfast.support.Api;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** One asks, another approves, and a system or a person runs it: once. */
class ExtensionPagesIT extends BrowserTest {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    private final TestTenant tenant = TestPrograms.sandboxWith(NOW, "CDNOW", Instant.parse("2026-01-01T05:00:00Z"));
    private final Api api = tenant.api();
    private final String member = bought();

    private String bought() {
        String id = api.post(
                        "/members",
                        Map.of("externalId", "C-1", "enrol", List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        api.put(
                        "/orders/shop/1",
                        Map.of(
                                "member", Map.of("id", id),
                                "occurredAt", NOW.toString(),
                                "currency", "USD",
                                "status", "paid",
                                "lines", List.of(Map.of("lineId", "1", "sku", "A", "quantity", 1, "amount", 4000))))
                .expect(201);
        return id;
    }

    private Instant end() {
        return Instant.parse(api.get("/members/" + member + "/lots")
                .expect(200)
                .json()
                .at("/items/0/expiresAt")
                .asText());
    }

    @Test
    void what_one_asked_for_another_approves_and_a_key_runs_once() {
        Instant before = end();
        asked(deskIn(ENGLISH), "Stores were closed");
        assertThat(end()).isEqualTo(before);
        JsonNode extension = api.get("/extensions").expect(200).json().at("/items/0");
        String path = "/extensions/" + extension.path("id").asText();
        api.post(path + "/run", "").expect(409);
        approved(page, "Stores were closed");
        Api once = api.withIdempotencyKey(UUID.randomUUID().toString());
        Api.Answer first = once.post(path + "/run", "").expect(202);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        api.get(path).expect(200).json().path("state").asText().equals("done"));
        Api.Answer again = once.post(path + "/run", "").expect(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(api.post(path + "/run", "").expect(202).json().path("state").asText())
                .isEqualTo("done");
        assertThat(end()).isAfter(before);
        page.reload();
        assertThat(page.locator("[data-state=DONE]")).containsText("1 extended");
        assertAccessible(page);
        picture(page, "extensions-done-en");
    }

    @Test
    void nobody_approves_what_they_asked_for_and_what_is_taken_back_moves_nothing() {
        Instant before = end();
        asked(page, "A mistake");
        assertThat(page.locator("button[id$=approve]")).hasCount(0);
        page.locator("button[id$=undo]").click();
        assertThat(page.locator("[data-state=UNDONE]")).containsText("A mistake");
        Page owners = deskIn(ENGLISH);
        signIn(owners, tenant, tenant.owner());
        request(owners, "Mine");
        confirm(owners, "approve");
        assertThat(owners.locator("#content")).containsText("Somebody else has to approve what you asked for.");
        assertThat(owners.locator("[data-state=REQUESTED]")).containsText("Mine");
        assertThat(end()).isEqualTo(before);
    }

    @Test
    void finance_approves_and_runs_it_in_chinese() {
        Instant before = end();
        asked(page, "门店停业");
        assertThat(page.locator("[data-state=REQUESTED]")).containsText("1 member · 40 points");
        assertAccessible(page);
        picture(page, "extensions-en");
        Page finance = deskIn(CHINESE);
        signIn(finance, tenant, tenant.person("FINANCE"));
        finance.navigate("/console/extensions");
        confirm(finance, "approve");
        assertThat(finance.locator("[data-state=APPROVED]")).containsText("门店停业");
        confirm(finance, "run");
        assertThat(finance.locator("[data-state=DONE]")).containsText("已延期 1，跳过 0");
        assertThat(end()).isAfter(before);
        assertAccessible(finance);
        picture(finance, "extensions-zh");
    }

    private static void confirm(Page theirs, String button) {
        theirs.locator("button[id$=" + button + "]").first().click();
        theirs.locator(".ui-confirmdialog-yes:visible").click();
    }

    private void asked(Page theirs, String reason) {
        signIn(theirs, tenant, tenant.person("MARKETER"));
        request(theirs, reason);
    }

    private static void request(Page theirs, String reason) {
        theirs.navigate("/console/extensions");
        theirs.locator("#extensions\\:months").fill("12");
        theirs.locator("#extensions\\:reason").fill(reason);
        theirs.locator("#extensions\\:request").click();
        assertThat(theirs.locator("[data-state=REQUESTED]")).containsText(reason);
    }

    private void approved(Page theirs, String reason) {
        signIn(theirs, tenant, tenant.owner());
        theirs.navigate("/console/extensions");
        confirm(theirs, "approve");
        assertThat(theirs.locator("[data-state=APPROVED]")).containsText(reason);
    }
}
