package io.steadfast.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.security.Role;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestTenant;
import io.steadfast.tills.Counter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Role by page: what a role opens follows from its permissions. */
class RoleMatrixIT extends BrowserTest {

    /** Each page with the permissions of which one opens it. */
    private static Map<String, Set<Permission>> pages(String member) {
        Map<String, Set<Permission>> pages = new LinkedHashMap<>();
        pages.put("/console/programs", EnumSet.of(Permission.PROGRAMS_VIEW));
        pages.put("/console/members", EnumSet.of(Permission.MEMBERS_VIEW));
        pages.put("/console/member?id=" + member, EnumSet.of(Permission.MEMBERS_VIEW));
        pages.put("/console/paid", EnumSet.of(Permission.MEMBERS_VIEW));
        pages.put("/console/rewards", EnumSet.of(Permission.PROGRAMS_VIEW));
        pages.put("/console/giving", EnumSet.of(Permission.REPORTS_VIEW));
        pages.put("/console/extensions", EnumSet.of(Permission.EXTENSIONS_REQUEST, Permission.EXTENSIONS_APPROVE));
        pages.put("/console/settings", EnumSet.of(Permission.PEOPLE_EDIT));
        pages.put("/console/tills", EnumSet.of(Permission.TILLS_EDIT));
        pages.put("/console/keys", EnumSet.of(Permission.KEYS_EDIT));
        pages.put("/console/people", EnumSet.of(Permission.PEOPLE_EDIT));
        pages.put("/console/webhooks", EnumSet.of(Permission.KEYS_EDIT));
        pages.put("/console/audit", EnumSet.of(Permission.AUDIT_VIEW));
        pages.put("/store/?member=" + member, EnumSet.of(Permission.MEMBERS_VIEW));
        pages.put("/store/enrol", EnumSet.of(Permission.STORE_SERVE));
        pages.put("/store/day", EnumSet.of(Permission.STORE_SERVE));
        return pages;
    }

    @Test
    void every_role_opens_what_its_permissions_say_and_nothing_else() {
        Counter counter = Counter.open("P1");
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            Page browser = as(counter, role);
            pages(counter.member).forEach((page, any) -> {
                boolean may = any.stream().anyMatch(role.permissions()::contains);
                int status = browser.request().get(page).status();
                if (status != (may ? 200 : 403)) {
                    wrong.add(role + " got " + status + " for " + page);
                }
            });
        }
        assertThat(wrong).isEmpty();
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
