package io.steadfast.tenants.faces;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.steadfast.platform.security.Role;
import io.steadfast.support.Api;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestOperators;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Operators and tenants' people, page by page and action by action: neither ever gets into the other's rooms. */
class OperatorDoorsIT extends BrowserTest {

    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern NONCE = Pattern.compile("csp\\.init\\('([^']*)'");
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/platform[^\"#]*)");

    private static final List<String> OF_OPERATORS = List.of(
            "/platform",
            "/platform/",
            "/platform/tenants",
            "/platform/tenants.xhtml",
            "/platform/new",
            "/platform/health",
            "/platform/jobs",
            "/platform/operators",
            "/platform/trail",
            "/%70latform/tenants",
            "/platform/signin/../tenants");

    private static final List<String> OF_TENANTS = List.of(
            "/console/home",
            "/console/members",
            "/console/people",
            "/console/keys",
            "/console/audit",
            "/%63onsole/members",
            "/store/",
            "/store/day");

    @Test
    void no_role_of_a_tenant_opens_a_page_of_the_platform() {
        TestTenant tenant = TestTenants.make();
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            Page browser = as(tenant, role);
            for (String address : with(OF_OPERATORS, "/platform/tenant?slug=" + tenant.slug())) {
                APIResponse answer = browser.request().get(address);
                if (!isDoorOfOperators(answer)) {
                    wrong.add(role + " got " + answer.status() + " " + answer.url() + " for " + address);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void an_operator_opens_every_page_of_the_platform_and_none_of_a_tenant() {
        TestTenant tenant = TestTenants.make();
        signInAsOperator(page, TestOperators.make());
        List<String> wrong = new ArrayList<>();
        for (String address : with(OF_OPERATORS, "/platform/tenant?slug=" + tenant.slug())) {
            APIResponse answer = page.request().get(address);
            if (answer.status() != 200 || isDoorOfOperators(answer)) {
                wrong.add(address + " answered " + answer.status() + " " + answer.url());
            }
        }
        for (String address : OF_TENANTS) {
            APIResponse answer = page.request().get(address);
            if (!answer.text().contains("signin:brand")) {
                wrong.add(address + " answered " + answer.status() + " " + answer.url());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobody_else_does_what_an_operator_does() {
        TestTenant victim = TestTenants.make();
        TestTenant tenant = TestTenants.make();
        String address = "/platform/tenant?slug=" + victim.slug();
        signInAsOperator(page, TestOperators.make());
        String shown = page.request().get(address).text();
        for (Role role : Role.values()) {
            APIResponse answer = suspend(as(tenant, role), address, shown, victim);
            assertThat(isDoorOfOperators(answer))
                    .as(role + " " + answer.status())
                    .isTrue();
        }
        assertThat(isDoorOfOperators(suspend(deskIn(ENGLISH), address, shown, victim)))
                .isTrue();
        victim.api().get("/programs").expect(200);
        suspend(page, address, shown, victim);
        victim.api().get("/programs").expect(403);
    }

    @Test
    void a_form_that_another_site_sends_is_refused() {
        TestTenant victim = TestTenants.make();
        String address = "/platform/tenant?slug=" + victim.slug();
        signInAsOperator(page, TestOperators.make());
        String shown = page.request().get(address).text();
        APIResponse answer = page.request()
                .post(
                        address,
                        RequestOptions.create()
                                .setHeader("Origin", "https://evil.example")
                                .setForm(form(shown, victim)));
        assertThat(answer.status()).isEqualTo(403);
        victim.api().get("/programs").expect(200);
    }

    @Test
    void a_session_belongs_to_one_of_the_two_and_changes_its_id_with_whoever_comes() {
        TestTenant tenant = TestTenants.make();
        TestTenant.Person operator = TestOperators.make();
        signIn(page, tenant, tenant.owner());
        String before = session();
        signInAsOperator(page, operator);
        assertThat(session()).isNotEqualTo(before);
        assertThat(page.request().get("/console/home").text()).contains("signin:brand");
        assertThat(page.request().get("/platform/tenants").status()).isEqualTo(200);
        signIn(page, tenant, tenant.owner());
        assertThat(isDoorOfOperators(page.request().get("/platform/tenants"))).isTrue();
        assertThat(page.request().get("/console/people").status()).isEqualTo(200);
    }

    @Test
    void an_operators_session_is_no_platform_key() {
        signInAsOperator(page, TestOperators.make());
        assertThat(page.request().get("/platform/v1/tenants").status()).isEqualTo(401);
        assertThat(page.request().get("/api/v1/members?q=a").status()).isEqualTo(401);
        Api.operator().get("/tenants").expect(200);
    }

    @Test
    void no_link_of_the_platform_leads_nowhere_in_english_and_chinese() {
        TestTenants.make();
        TestTenant.Person operator = TestOperators.make();
        for (String language : List.of(ENGLISH, CHINESE)) {
            Page browser = deskIn(language);
            signInAsOperator(browser, operator);
            walk(browser);
        }
    }

    private static void walk(Page browser) {
        Set<String> seen = new LinkedHashSet<>(List.of("/platform/tenants"));
        Deque<String> waiting = new ArrayDeque<>(seen);
        List<String> dead = new ArrayList<>();
        int left = 120;
        while (!waiting.isEmpty() && left-- > 0) {
            String address = waiting.remove();
            APIResponse answer = browser.request().get(address);
            String html = answer.text();
            if (answer.status() != 200 || !html.contains("<h1")) {
                dead.add(address + " answered " + answer.status());
            }
            Matcher link = LINK.matcher(html);
            while (link.find()) {
                String next = link.group(1).replace("&amp;", "&");
                if (!next.contains("language=") && seen.add(next)) {
                    waiting.add(next);
                }
            }
        }
        assertThat(dead).isEmpty();
        assertThat(seen)
                .contains("/platform/new", "/platform/health", "/platform/jobs", "/platform/operators")
                .contains("/platform/trail", "/platform/jobs?trouble=only");
    }

    private static List<String> with(List<String> addresses, String further) {
        List<String> all = new ArrayList<>(addresses);
        all.add(further);
        return all;
    }

    private static boolean isDoorOfOperators(APIResponse answer) {
        return answer.url().contains("/platform/signin") && answer.text().contains("signin:password");
    }

    private static APIResponse suspend(Page browser, String address, String shown, TestTenant victim) {
        return browser.request().post(address, RequestOptions.create().setForm(form(shown, victim)));
    }

    private static FormData form(String shown, TestTenant victim) {
        return FormData.create()
                .set("slug", victim.slug())
                .set("doors", "doors")
                .set("doors:reason", "because")
                .set("doors:suspend", "")
                .set("primefaces.nonce", found(NONCE, shown))
                .set("jakarta.faces.ViewState", found(VIEW_STATE, shown));
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        String last = "";
        while (matcher.find()) {
            last = matcher.group(1);
        }
        return last;
    }

    private String session() {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("steadfast_session"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
    }

    private Page as(TestTenant tenant, Role role) {
        TestTenant.Person person = role == Role.OWNER
                ? tenant.owner()
                : role.ofStores() ? tenant.person(role.name(), "LDN1") : tenant.person(role.name());
        Page browser = deskIn(ENGLISH);
        signIn(browser, tenant, person);
        return browser;
    }
}
