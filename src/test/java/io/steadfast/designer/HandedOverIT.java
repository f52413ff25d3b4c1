package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program that is copied, taken along as a file, brought back as one, and printed. */
class HandedOverIT extends BrowserTest {

    private TestTenant tenant;

    @BeforeEach
    void open() {
        tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        tenant.api()
                .post("/programs", Map.of("code", "first", "template", "P2"))
                .expect(201);
        signIn(page, tenant, tenant.person("MARKETER"));
    }

    @Test
    void a_program_of_ones_own_is_copied_with_one_click_and_the_copy_is_another() {
        page.navigate("/console/programs");
        page.locator("[data-program=first] input[type=submit]").click();
        assertThat(page.locator("[data-rule=purchase]")).isVisible();
        String code = page.locator("input[name=code]").first().inputValue();
        assertThat(code).isNotEqualTo("first");
        Hands hands = new Hands(page);
        hands.change("[data-rule=purchase] .value.gain input >> nth=0", "3");
        JsonNode first = draft("first");
        JsonNode copy = draft(code);
        assertThat(copy.at("/earning/rules/0/effect")).isNotEqualTo(first.at("/earning/rules/0/effect"));
        for (String same : new String[] {"threshold", "price", "gives", "period"}) {
            assertThat(copy.findValues(same).toString().replace("first-2-points", "beauty-points"))
                    .as(same)
                    .isEqualTo(first.findValues(same).toString());
        }
        // Both can be published: nothing of the one belongs to the other.
        publish("first");
        publish(code);
    }

    @Test
    void a_file_is_chosen_and_opens_as_the_program_it_was() throws IOException {
        page.navigate("/console/publish?code=first");
        Download file = page.waitForDownload(() -> page.locator("#export").click());
        String document = Files.readString(file.path(), StandardCharsets.UTF_8)
                .replace("\"code\":\"first\"", "\"code\":\"second\"");
        choose("second.json", document);
        assertThat(page.locator("#document-text")).hasValue(document);
        page.locator("#import").click();
        assertThat(page.locator("[data-rule=purchase]")).isVisible();
        String code = page.locator("input[name=code]").first().inputValue();
        assertThat(draft(code).path("tierSets")).isEqualTo(draft("first").path("tierSets"));
        choose("photo.json", "\u0089PNG no program");
        assertThat(page.locator("#document-text")).hasValue("\u0089PNG no program");
        page.locator("#import").click();
        assertThat(page.locator(".note.danger")).isVisible();
    }

    @Test
    void a_limit_refuses_what_does_not_fit_when_it_is_told_to_and_the_terms_say_so() {
        page.navigate("/console/program?code=first&section=limits");
        Hands hands = new Hands(page);
        hands.click("[data-act=ADD][data-value=wallet-cap]");
        String block = "[data-block='/earning/caps/0']";
        assertThat(page.locator(block)).isVisible();
        hands.change("[data-edit][data-path='/earning/caps/0/cap/limit']", "30");
        assertThat(page.locator("[data-example=points]")).hasText("30 points");
        hands.click(block + " details.beyond > summary");
        String before = page.locator(".quote").first().innerText();
        page.locator("select[data-path='/earning/caps/0/cap/mode']").selectOption("reject");
        assertThat(page.locator("[data-example=points]")).hasText("0 points");
        Hands.awaitKept(page);
        assertThat(draft("first").at("/earning/caps/0/cap/mode").asText()).isEqualTo("reject");
        assertThat(page.locator(".quote").first().innerText()).isNotEqualTo(before);
        picture(page, "limit-reject-en");
    }

    @Test
    void the_terms_are_printed_dark_on_white_without_what_one_clicks() {
        publish("first");
        for (String language : new String[] {"en", "zh-CN"}) {
            Page reader = deskIn(language);
            reader.navigate("/p/" + tenant.slug() + "/first/terms?language=" + language);
            reader.emulateMedia(
                    new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
            assertThat(reader.locator(".public-head nav")).isHidden();
            assertThat(reader.locator("main")).containsText("1.25");
            assertThat((String) reader.evaluate("() => getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(255, 255, 255)");
            assertAccessible(reader);
            picture(reader, "terms-printed-" + language);
            assertThat(new String(reader.pdf(), 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
        }
    }

    private void choose(String name, String content) {
        page.navigate("/console/programs");
        page.locator(".more-file summary").click();
        page.locator("[data-file-into]")
                .setInputFiles(new FilePayload(name, "application/json", content.getBytes(StandardCharsets.UTF_8)));
    }

    private void publish(String code) {
        page.navigate("/console/publish?code=" + code);
        page.locator("#go").click();
        assertThat(page.locator(".note.gain")).containsText("Version 1 is live");
    }

    private JsonNode draft(String code) {
        return tenant.api().get("/programs/" + code + "/draft").expect(200).json();
    }
}
