package io.steadfast.platform.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import io.steadfast.support.BrowserTest;
import io.steadfast.tills.Counter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Walks the whole map from the menu, link by link, in both languages: no link leads nowhere. */
class MenuMapIT extends BrowserTest {

    private static final int MOST = 250;
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)");
    private static final Pattern HEADING = Pattern.compile("<h1[ >]");
    private static final List<String> NO_PAGES =
            List.of("/api/", "/jakarta.faces.resource/", "/openapi", "/brand.css", "/developers");

    @Test
    void no_link_of_the_console_and_the_store_leads_nowhere_in_english() {
        walk(deskIn(ENGLISH), "Home");
    }

    @Test
    void no_link_of_the_console_and_the_store_leads_nowhere_in_chinese() {
        walk(deskIn(CHINESE), "首页");
    }

    private void walk(Page browser, String home) {
        Counter counter = Counter.open("P2");
        counter.report("1", 40_00, counter.member).expect(201);
        counter.tenant.person("STORE_STAFF", "LDN1");
        signIn(browser, counter.tenant, counter.tenant.owner());
        assertThat(browser.locator(".side .nav a").first()).hasText(home);
        Set<String> seen = new LinkedHashSet<>(
                List.of("/console/", "/console/home", "/console/more", "/store/", "/store/enrol", "/store/day"));
        Deque<String> waiting = new ArrayDeque<>(seen);
        List<String> dead = new ArrayList<>();
        int visited = 0;
        while (!waiting.isEmpty() && visited < MOST) {
            String address = waiting.remove();
            APIResponse answer = browser.request().get(address);
            visited++;
            String type = answer.headers().getOrDefault("content-type", "");
            if (answer.status() != 200) {
                dead.add(address + " answered " + answer.status());
            } else if (type.startsWith("text/html")) {
                String html = answer.text();
                if (!HEADING.matcher(html).find()) {
                    dead.add(address + " has no heading");
                }
                links(html).stream().filter(seen::add).forEach(waiting::add);
            }
        }
        assertThat(dead).as("of " + visited + " pages").isEmpty();
        assertThat(seen)
                .contains(
                        "/console/programs",
                        "/console/members",
                        "/console/paid",
                        "/console/rewards",
                        "/console/giving",
                        "/console/settings",
                        "/console/stores",
                        "/console/tills",
                        "/console/keys",
                        "/console/people",
                        "/console/webhooks",
                        "/console/audit");
        assertThat(waiting).as("pages that were not reached").isEmpty();
    }

    private static List<String> links(String html) {
        List<String> links = new ArrayList<>();
        Matcher link = LINK.matcher(html);
        while (link.find()) {
            String address = link.group(1).replace("&amp;", "&");
            boolean endless =
                    address.contains("before=") || address.contains("after=") || address.contains("language=");
            if (!endless && NO_PAGES.stream().noneMatch(address::startsWith) && !address.equals("/till")) {
                links.add(address);
            }
        }
        return links;
    }
}
