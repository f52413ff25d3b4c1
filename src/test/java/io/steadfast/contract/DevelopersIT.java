package io.steadfast.contract;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.steadfast.support.Api;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Server;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A tenant's developer reads the API and tries it, with nothing from elsewhere. */
class DevelopersIT extends BrowserTest {

    @Test
    void the_reference_shows_every_call_and_asks_nobody_else() {
        List<String> asked = new CopyOnWriteArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        page.navigate("/developers/");
        assertThat(page.locator(".opblock-tag-section").first()).isVisible();
        assertThat(page.locator("#viewer")).containsText("Steadfast API");
        page.locator(".opblock-tag", new Page.LocatorOptions().setHasText("Choices"))
                .click();
        assertThat(page.locator(".opblock", new Page.LocatorOptions().setHasText("listStores")))
                .isVisible();
        Assertions.assertThat(asked).allMatch(url -> url.startsWith(Server.url()) || url.startsWith("data:"));
        picture(page, "developers");
    }

    @Test
    void a_developer_gives_a_key_and_tries_calls_on_plain_http_too() {
        TestTenant tenant = TestTenants.make();
        page.addInitScript("delete Crypto.prototype.randomUUID");
        page.navigate("/developers/");
        page.locator(".btn.authorize").first().click();
        page.locator(".auth-container input").first().fill(tenant.apiKey());
        page.locator(".auth.authorize").first().click();
        page.locator(".btn-done").first().click();
        execute("Choices", "listStores", "");
        execute("Members", "createMember", "{\"externalId\": \"tried\", \"name\": \"Ada\"}");
        Assertions.assertThat(tenant.api()
                        .get("/members?externalId=tried")
                        .expect(200)
                        .json()
                        .at("/items/0/name")
                        .asText())
                .isEqualTo("Ada");
        picture(page, "developers-tried");
    }

    /** Tries a call, which is done. */
    private void execute(String part, String operation, String body) {
        page.locator(".opblock-tag[data-tag='" + part + "']").click();
        Locator call = page.locator(".opblock", new Page.LocatorOptions().setHasText(operation))
                .first();
        call.locator(".opblock-summary-control").click();
        if (!body.isEmpty()) {
            call.locator("textarea.body-param__text").fill(body);
        }
        call.locator(".execute").click();
        assertThat(call.locator(".live-responses-table tr.response td.response-col_status")
                        .first())
                .hasText(Pattern.compile("20[01].*"));
    }

    @Test
    void the_reference_has_a_policy_of_its_own_and_scripts_as_files_only() {
        Api.Answer answer = Api.root().get("/developers/index.html").expect(200);
        Assertions.assertThat(answer.header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .contains("default-src 'none'")
                .doesNotContain("unsafe-eval");
        Assertions.assertThat(answer.body()).doesNotContain("http://").doesNotContain("https://");
    }
}
