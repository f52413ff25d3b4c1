package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Each template as a marketer meets it: it opens without a problem, shows its example members, is published as it comes, and what
 * anybody then reads as its terms has each of its figures in both languages.
 */
class EveryTemplateIT extends BrowserTest {

    /**
     * What one template shows.
     *
     * @param members by the code of the example member, empty for the only one: what is read beside the program
     * @param figures of its document, as the terms of either language write them
     */
    private record Shown(Map<String, List<String>> members, List<String> figures) {}

    private static Shown shown(Map<String, List<String>> members, String... figures) {
        return new Shown(members, List.of(figures));
    }

    private static final Map<String, Shown> SHOWN = Map.ofEntries(
            Map.entry(
                    "P1",
                    shown(
                            Map.of("", List.of("40 points", "+50", "+20")),
                            "GBP 1.00",
                            "50",
                            "20",
                            "2,000",
                            "500",
                            "200",
                            "900",
                            "GBP 3.00",
                            "GBP 20.00",
                            "30")),
            Map.entry(
                    "P2",
                    shown(
                            Map.of(
                                    "INSIDER", List.of("40 points", "Community and Beauty classes"),
                                    "VIB", List.of("50 points"),
                                    "ROUGE", List.of("60 points", "Private hotline")),
                            "USD 1.00",
                            "USD 350.00",
                            "USD 1,000.00",
                            "1.25",
                            "1.5",
                            "500",
                            "2,500",
                            "1,000",
                            "12",
                            "USD 10.00",
                            "USD 50.00",
                            "40")),
            Map.entry(
                    "P3",
                    shown(
                            Map.of(
                                    "MEMBER", List.of("40 points"),
                                    "SILVER", List.of("50 points"),
                                    "PRIME", List.of("80 points", "Free shipping")),
                            "USD 14.99",
                            "USD 300.00",
                            "1.25",
                            "30",
                            "7",
                            "2",
                            "12")),
            Map.entry("P4", shown(Map.of("", List.of("USD 1.00 to charity, from you")), "USD 1.00", "14", "30")),
            Map.entry(
                    "P5",
                    shown(
                            Map.of("", List.of("40 points", "USD 1.00 to charity and USD 0.50 more from you")),
                            "USD 1.00",
                            "100",
                            "50",
                            "14",
                            "12")),
            Map.entry(
                    "P7",
                    shown(
                            Map.of("", List.of("40 points", "+7")),
                            "100",
                            "50",
                            "15",
                            "200",
                            "EUR 10.00",
                            "EUR 1.00",
                            "12")),
            Map.entry(
                    "P10",
                    shown(
                            Map.of("", List.of("40 points", "10 fill the card")),
                            "10",
                            "GBP 2.50",
                            "GBP 1.00",
                            "3",
                            "12")),
            Map.entry("P11", shown(Map.of("", List.of("2.00")), "5", "USD 10.00", "50", "6")),
            Map.entry(
                    "P12",
                    shown(
                            Map.of("", List.of("40 points", "GBP 5 birthday voucher and 50 points")),
                            "7",
                            "30",
                            "50",
                            "GBP 5.00",
                            "10",
                            "GBP 1.00",
                            "12")),
            Map.entry(
                    "P14",
                    shown(
                            Map.of("", List.of("40 points", "+500", "+250")),
                            "500",
                            "250",
                            "14",
                            "5",
                            "GBP 5.00",
                            "GBP 1.00",
                            "12")),
            Map.entry(
                    "CDNOW",
                    shown(
                            Map.of(
                                    "INSIDER", List.of("40 points"),
                                    "VIB", List.of("40 points"),
                                    "ROUGE", List.of("40 points")),
                            "USD 1.00",
                            "USD 350.00",
                            "USD 1,000.00",
                            "12")));

    @Test
    void every_template_opens_shows_its_members_is_published_and_has_its_figures_in_its_terms() {
        assertThat(SHOWN.keySet()).containsExactlyInAnyOrderElementsOf(ProgramTemplates.names());
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        signIn(page, tenant, tenant.person("MARKETER"));
        for (String template : ProgramTemplates.names()) {
            open(template);
            assertThat(page.locator(".sections .dot.danger")).hasCount(0);
            showsItsMembers(SHOWN.get(template));
            assertAccessible(page);
            String code = page.locator("input[name=code]").first().inputValue();
            publish();
            termsSay(tenant, code, SHOWN.get(template));
        }
    }

    private void open(String template) {
        page.navigate("/console/programs");
        page.locator("[data-template=" + template + "] input[type=submit]").click();
        assertThat(page.locator("#review")).isVisible();
    }

    private void showsItsMembers(Shown shown) {
        Locator gets = page.locator("[aria-labelledby=gets-title]");
        shown.members().forEach((member, figures) -> {
            if (!member.isEmpty()) {
                page.locator("[data-as=" + member + "]").click();
                assertThat(page.locator("[data-as=" + member + "]")).hasAttribute("aria-pressed", "true");
            }
            figures.forEach(figure -> assertThat(gets).containsText(figure));
        });
    }

    private void publish() {
        page.locator("#review").click();
        page.locator("#go").click();
        assertThat(page.locator(".note.gain")).containsText("Version 1 is live");
    }

    private void termsSay(TestTenant tenant, String code, Shown shown) {
        for (String language : List.of("en", "zh-CN")) {
            Page reader = deskIn(language.equals("en") ? ENGLISH : CHINESE);
            reader.navigate("/p/" + tenant.slug() + "/" + code + "/terms?language=" + language);
            assertThat(reader.locator("html")).hasAttribute("lang", language);
            String text = reader.locator("main").innerText();
            for (String figure : shown.figures()) {
                assertThat(text).as(code + " in " + language).containsPattern(alone(figure));
            }
            reader.close();
        }
    }

    /** The figure with no digit before or behind it. */
    private static String alone(String figure) {
        return "(?<![0-9.,])" + java.util.regex.Pattern.quote(figure) + "(?![0-9])";
    }
}
