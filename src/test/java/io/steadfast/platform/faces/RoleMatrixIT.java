package io.steadfast.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.steadfast.platform.security.Role;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestActions;
import io.steadfast.support.TestOperators;
import io.steadfast.support.TestTenant;
import io.steadfast.support.WrittenPages;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Role by page by action, made from the pages as they are written: a page or a button that nobody has said who it is for fails. A
 * button's action is asked for by itself, as a request that was put together by hand would, so that hiding it is no protection.
 */
class RoleMatrixIT extends BrowserTest {

    private static final String REFUSED = "NOT_PERMITTED";
    private static final Pattern CALL = Pattern.compile("#\\{\\s*([\\w.]+)\\s*(?:\\((.*)\\))?\\s*}");

    /** What comes of opening a page. */
    private enum Opening {
        OPENED,
        FORBIDDEN,
        TO_SIGN_IN,
        MISSING,
        BROKEN
    }

    @Test
    void every_page_and_every_action_has_said_who_it_is_for() {
        TreeMap<String, Set<String>> pages = WrittenPages.withActions();
        Set<String> actions = pages.values().stream()
                .flatMap(Set::stream)
                .map(RoleMatrixIT::name)
                .collect(Collectors.toSet());
        assertThat(RoleMatrix.PAGES.keySet()).isEqualTo(pages.keySet());
        assertThat(RoleMatrix.ACTIONS.keySet()).isEqualTo(actions);
        assertThat(WrittenPages.unused()).as("parts of no page").isEmpty();
    }

    @Test
    void every_role_opens_the_pages_that_are_for_it_and_no_others() {
        MatrixWorld world = MatrixWorld.open();
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            APIRequestContext browser = as(world, role).request();
            open(world, browser, role.name(), access -> access.allows(role), wrong);
        }
        open(world, operator().request(), "operator", Access::operators, wrong);
        open(world, deskIn(ENGLISH).request(), "nobody", Access.EVERYBODY::equals, wrong);
        assertThat(wrong).isEmpty();
    }

    private static void open(
            MatrixWorld world,
            APIRequestContext browser,
            String who,
            java.util.function.Predicate<Access> may,
            List<String> wrong) {
        List<String> pages = new ArrayList<>(RoleMatrix.PAGES.keySet());
        // The page between two people at a till signs out whoever opens it.
        pages.remove("/till");
        pages.add("/till");
        for (String page : pages) {
            Opening opening = opening(page, browser.get(world.address(page)));
            boolean tenants = page.matches("/(console|store)/.*|/index");
            boolean known = !who.equals("nobody");
            boolean wrongDoor = who.equals("operator") ? tenants : page.startsWith("/platform");
            Opening expected = may.test(RoleMatrix.PAGES.get(page))
                    ? Opening.OPENED
                    : known && !wrongDoor ? Opening.FORBIDDEN : Opening.TO_SIGN_IN;
            if (opening != expected) {
                wrong.add(who + " at " + page + ": " + opening + " instead of " + expected);
            }
        }
    }

    private static Opening opening(String page, APIResponse answer) {
        boolean signIn = page.endsWith("/signin");
        if (!signIn && answer.url().contains("/signin")) {
            return Opening.TO_SIGN_IN;
        }
        return switch (answer.status()) {
            case 200 -> Opening.OPENED;
            case 403 -> Opening.FORBIDDEN;
            case 404 -> Opening.MISSING;
            default -> Opening.BROKEN;
        };
    }

    @Test
    void every_role_does_what_is_for_it_and_is_refused_everything_else() {
        MatrixWorld world = MatrixWorld.open();
        Map<Role, Page> browsers = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            browsers.put(role, as(world, role));
        }
        List<String> wrong = new ArrayList<>();
        // Whoever may do it does it in earnest, erasing the member among others: so that comes after all that must be
        // refused.
        for (boolean may : List.of(false, true)) {
            once().forEach((action, page) -> browsers.forEach((role, browser) -> {
                if (RoleMatrix.ACTIONS.get(name(action)).allows(role) == may) {
                    String came = act(world, browser, TestActions.PATH, page, action);
                    if (may == came.equals(REFUSED)) {
                        wrong.add(role + " asking for " + action + ": " + came);
                    }
                }
            }));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void an_operator_does_what_is_an_operators_and_nothing_of_a_tenants() {
        MatrixWorld world = MatrixWorld.open();
        Page browser = operator();
        List<String> wrong = new ArrayList<>();
        once().forEach((action, page) -> {
            Access access = RoleMatrix.ACTIONS.get(name(action));
            String came = act(world, browser, TestActions.OPERATORS_PATH, page, action);
            // There is no tenant in an operator's hands: what isn't refused outright has nothing to be about.
            if (access.operators() ? came.equals(REFUSED) : came.equals(TestActions.DONE)) {
                wrong.add("operator asking for " + action + ": " + came);
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** Each action with the first page it stands on; those that end the session are left for the tests of signing in. */
    private static Map<String, String> once() {
        Map<String, String> once = new TreeMap<>();
        WrittenPages.withActions()
                .forEach((page, actions) -> new LinkedHashSet<>(actions)
                        .stream()
                                .filter(action ->
                                        !RoleMatrix.ACTIONS.get(name(action)).equals(Access.EVERYBODY))
                                .forEach(action -> once.putIfAbsent(action, page)));
        return once;
    }

    private static String act(MatrixWorld world, Page browser, String path, String page, String action) {
        APIResponse answer = browser.request()
                .post(
                        path + "?" + world.query(page),
                        RequestOptions.create()
                                .setForm(FormData.create().set("page", page).set("action", aboutNothing(action))));
        return answer.status() == 200 ? answer.text() : answer.status() + " " + answer.url();
    }

    /** The same call about nothing: whoever may not is refused before anybody looks at what it is about. */
    private static String aboutNothing(String action) {
        Matcher call = call(action);
        if (call.group(2) == null || call.group(2).isBlank()) {
            return action;
        }
        String arguments = List.of(call.group(2).split(",")).stream()
                .map(String::strip)
                .map(argument -> argument.matches("'[^']*'") ? argument : "null")
                .collect(Collectors.joining(", "));
        return "#{" + call.group(1) + "(" + arguments + ")}";
    }

    private static String name(String action) {
        return call(action).group(1);
    }

    private static Matcher call(String action) {
        Matcher call = CALL.matcher(action);
        assertThat(call.matches()).as(action).isTrue();
        return call;
    }

    private Page as(MatrixWorld world, Role role) {
        TestTenant.Person person = role == Role.OWNER
                ? world.tenant.owner()
                : role.ofStores() ? world.tenant.person(role.name(), "LDN1") : world.tenant.person(role.name());
        Page browser = deskIn(ENGLISH);
        signIn(browser, world.tenant, person);
        return browser;
    }

    private Page operator() {
        Page browser = deskIn(ENGLISH);
        signInAsOperator(browser, TestOperators.make());
        return browser;
    }
}
