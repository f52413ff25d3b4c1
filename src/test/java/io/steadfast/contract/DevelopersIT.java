package io.steadfast.contract;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.steadfast.support.Api;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Server;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
    void the_reference_has_a_policy_of_its_own_and_scripts_as_files_only() {
        Api.Answer answer = Api.root().get("/developers/index.html").expect(200);
        Assertions.assertThat(answer.header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .contains("default-src 'none'")
                .doesNotContain("unsafe-eval");
        Assertions.assertThat(answer.body()).doesNotContain("http://").doesNotContain("https://");
    }
}
