package io.steadfast.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.security.Role;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestTenant;
import io.steadfast.tills.Counter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a member's page hides from a role can't be had by sending its form either. */
class HiddenButtonsIT extends BrowserTest {

    private static final AtomicInteger PHONES = new AtomicInteger();
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern NONCE = Pattern.compile("csp\\.init\\('([^']*)'");
    private static final Pattern ENDING = Pattern.compile("<option value=\"(points/[^\"]*)\"");
    private static final Pattern TOP_TIER = Pattern.compile("<option value=\"(club/STATUS/[^\"]*)\"");

    /** A button of the member's page: its form, what is typed there, which permission shows it. */
    private record Button(String form, String button, Map<String, String> typed, Permission permission) {}

    private static List<Button> buttons() {
        return List.of(
                new Button(
                        "adjust",
                        "go",
                        Map.of("points", "40", "reason", "GESTURE", "note", ""),
                        Permission.POINTS_ADJUST),
                new Button(
                        "extend",
                        "go",
                        Map.of("lastDay", "2031-01-31", "reason", "GESTURE"),
                        Permission.MEMBERS_CORRECT),
                new Button(
                        "hold",
                        "go",
                        Map.of("tier", "club/STATUS/", "lastDay", "2031-01-31", "reason", "GESTURE"),
                        Permission.MEMBERS_CORRECT),
                new Button("turn", "block", Map.of("reason", "OTHER"), Permission.MEMBERS_CORRECT),
                new Button("data", "go", Map.of(), Permission.MEMBERS_ERASE),
                new Button("erase", "go", Map.of(), Permission.MEMBERS_ERASE));
    }

    /** Sends what the page of somebody who may would send; only a role that may changes anything by it. */
    @Test
    void a_hidden_buttons_request_changes_nothing() {
        Counter counter = Counter.open("P3");
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            Page browser = as(counter, role);
            for (Button button : buttons()) {
                String member = withPoints(counter, role + " " + button.form());
                String before = told(counter, member);
                APIResponse answer = press(browser, member, button);
                boolean changed = !before.equals(told(counter, member))
                        || answer.headers()
                                .getOrDefault("content-disposition", "")
                                .contains("member-");
                boolean may = role.permissions().contains(button.permission())
                        && role.permissions().contains(Permission.MEMBERS_VIEW);
                if (changed != may || answer.status() >= 500) {
                    wrong.add(role + " " + button.form() + ": " + answer.status()
                            + (changed ? " did it" : " did nothing"));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String withPoints(Counter counter, String name) {
        String member = counter.member(name, "+4477009%05d".formatted(PHONES.incrementAndGet()));
        counter.api
                .post(
                        "/adjustments",
                        Map.of("memberId", member, "points", 100, "kind", "goodwill", "reason", "WELCOME", "note", "n"))
                .expect(200);
        return member;
    }

    /** What the API tells of a member, all in one. */
    private static String told(Counter counter, String member) {
        return Stream.of("", "/balance", "/lots", "/tier")
                .map(part -> counter.api.get("/members/" + member + part).body())
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    private static APIResponse press(Page browser, String member, Button button) {
        String address = "/console/member?id=" + member;
        String shown = browser.request().get(address).text();
        FormData form = FormData.create()
                .set("id", member)
                .set(button.form(), button.form())
                .set(button.form() + ":action", UUID.randomUUID().toString())
                .set(button.form() + ":" + button.button(), "")
                .set("primefaces.nonce", found(NONCE, shown))
                .set("jakarta.faces.ViewState", found(VIEW_STATE, shown));
        button.typed().forEach((field, value) -> form.set(button.form() + ":" + field, value));
        if (button.form().equals("extend")) {
            form.set("extend:ending", found(ENDING, shown));
        }
        if (button.form().equals("hold")) {
            form.set("hold:tier", found(TOP_TIER, shown));
        }
        return browser.request().post(address, RequestOptions.create().setForm(form));
    }

    /** Empty where the page shows nothing like it: then the request is sent without. */
    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        String last = "";
        while (matcher.find()) {
            last = matcher.group(1);
        }
        return last;
    }

    private Page as(Counter counter, Role role) {
        TestTenant.Person person = role == Role.OWNER
                ? counter.tenant.owner()
                : role.ofStores() ? counter.tenant.person(role.name(), "LDN1") : counter.tenant.person(role.name());
        Page browser = deskIn(ENGLISH);
        signIn(browser, counter.tenant, person);
        return browser;
    }
}
