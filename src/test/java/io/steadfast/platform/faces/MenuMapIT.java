package io.steadfast.platform.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.WrittenPages;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Walks the whole map from the menu, link by link, in both languages: no link leads nowhere. */
class MenuMapIT extends BrowserTest {

    private static final int MOST = 600;
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)");
    private static final Pattern HEADING = Pattern.compile("<h1[ >]");
    private static final Pattern API_CALL = Pattern.compile("data-api-call=\"GET /api/v1([^\"]*)\"");
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
        MatrixWorld world = MatrixWorld.open().furnished();
        world.tenant.person("STORE_STAFF", "LDN1");
        signIn(browser, world.tenant, world.tenant.owner());
        assertThat(browser.locator(".side .nav a").first()).hasText(home);
        Set<String> seen = new LinkedHashSet<>(
                List.of("/console/", "/console/home", "/console/more", "/store/", "/store/enrol", "/store/day"));
        Deque<String> waiting = new ArrayDeque<>(seen);
        List<String> dead = new ArrayList<>();
        Set<String> calls = new TreeSet<>();
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
                found(API_CALL, html).forEach(calls::add);
                links(html).stream().filter(seen::add).forEach(waiting::add);
            }
        }
        assertThat(dead).as("of " + visited + " pages").isEmpty();
        assertThat(paths(seen)).as("where the menu leads").containsAll(WrittenPages.menu());
        assertThat(paths(seen)).as("pages that some link leads to").containsAll(written());
        assertThat(waiting).as("pages that were not reached").isEmpty();
        assertThat(calls).as("calls that lists tell of").hasSizeGreaterThan(10);
        calls.forEach(call -> world.tenant.api().get(call).expect(200));
    }

    /** Every page of the console and the store that is written, so that none is forgotten. */
    private static List<String> written() {
        return WrittenPages.withActions().keySet().stream()
                .filter(page -> page.matches("/(console|store)/.*"))
                .map(page -> page.replaceAll("/index$", "/"))
                .toList();
    }

    private static Set<String> paths(Set<String> addresses) {
        return addresses.stream()
                .map(address -> address.replaceAll("\\?.*", ""))
                .map(path -> path.equals("/store") ? "/store/" : path)
                .collect(Collectors.toSet());
    }

    private static List<String> found(Pattern pattern, String html) {
        return pattern.matcher(html).results().map(result -> result.group(1)).toList();
    }

    private static List<String> links(String html) {
        return found(LINK, html).stream()
                .map(address -> address.replace("&amp;", "&"))
                .filter(MenuMapIT::isToWalk)
                .toList();
    }

    private static boolean isToWalk(String address) {
        boolean endless = address.contains("efore=") || address.contains("after=") || address.contains("language=");
        return !endless && NO_PAGES.stream().noneMatch(address::startsWith) && !address.equals("/till");
    }
}
