package io.steadfast.choices.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestDatabase;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Stores are declared by name, and chosen by name wherever a page asks for one. */
class StoresPageIT extends BrowserTest {

    @Test
    void a_store_is_added_and_said_to_be_known_the_second_time() {
        TestTenant tenant = TestTenants.make();
        signIn(page, tenant, tenant.person("MARKETER"));
        page.navigate("/console/stores");
        assertThat(page.locator(".empty h2")).hasText("No stores declared");
        assertAccessible(page);
        picture(page, "stores-none-en");
        page.locator("#stores\\:add").click();
        assertThat(page.locator("#stores .wrong")).hasCount(2);
        add(page, "Oxford Street", "LDN1");
        assertThat(page.locator("tr[data-store=LDN1]")).containsText("Oxford Street");
        assertThat(page.locator("tr[data-store=LDN1]")).containsText("Europe/London");
        assertThat(page.locator("#stores .told")).containsText("Oxford Street is added.");
        assertAccessible(page);
        picture(page, "stores-en");
        changeAndClose();
        add(page, "Oxford Circus", "LDN1");
        assertThat(page.locator("#stores .told")).containsText("There is already a store LDN1.");
        add(page, "Nowhere", "not a code");
        assertThat(page.locator("#stores .told")).containsText("A code has 1 to 64 letters");
        Page chinese = phoneIn(CHINESE);
        signIn(chinese, tenant, tenant.owner());
        chinese.navigate("/console/stores");
        assertThat(chinese.locator("h1")).hasText("门店");
        assertAccessible(chinese);
        picture(chinese, "stores-zh");
        chinese.navigate("/console/store?code=LDN1");
        assertThat(chinese.locator(".page-head .chip")).hasText("营业中");
        assertAccessible(chinese);
        picture(chinese, "store-zh");
    }

    private void changeAndClose() {
        page.locator("tr[data-store=LDN1] a").click();
        page.locator("#store\\:name").fill("Oxford Street West");
        page.locator("#store\\:lastDay").fill("1999-01-01");
        page.locator("#store\\:firstDay").fill("1999-01-02");
        page.locator("#store\\:save").click();
        assertThat(page.locator(".told")).containsText("The last day lies before the first.");
        page.locator("#store\\:firstDay").fill("");
        page.locator("#store\\:save").click();
        assertThat(page.locator("h1")).hasText("Oxford Street West");
        assertThat(page.locator(".page-head .chip")).hasText("Closed");
        page.locator("#store\\:reopen").click();
        assertThat(page.locator(".page-head .chip")).hasText("Open");
        page.locator("#store\\:close").click();
        page.locator(".ui-confirm-dialog .ui-confirmdialog-yes").click();
        assertThat(page.locator("#store\\:reopen")).isVisible();
        assertThat(page.locator("#store\\:lastDay")).not().hasValue("");
        assertAccessible(page);
        picture(page, "store-en");
        page.locator("#store\\:reopen").click();
        assertThat(page.locator("#store\\:close")).isVisible();
        page.navigate("/console/stores");
    }

    @Test
    void people_tills_and_filters_choose_a_store_by_its_name() {
        TestTenant tenant = TestTenants.make();
        store(tenant, "LDN1", "Oxford Street");
        store(tenant, "PAR1", "Rue de Rivoli");
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/people");
        page.locator("#people\\:name").fill("Sam Staff");
        page.locator("#people\\:email").fill("sam@" + tenant.slug() + ".test");
        page.locator("#people\\:role").selectOption("STORE_STAFF");
        page.locator("#people").getByLabel("Rue de Rivoli · PAR1").check();
        page.locator("#people\\:invite").click();
        assertThat(page.locator("tbody tr")
                        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Sam Staff")))
                .containsText("Rue de Rivoli · PAR1");
        assertAccessible(page);
        picture(page, "people-stores-en");
        page.navigate("/console/people");
        page.locator("#change\\:person")
                .selectOption(new SelectOption().setLabel("Sam Staff · sam@" + tenant.slug() + ".test"));
        page.locator("#change\\:role").selectOption("STORE_MANAGER");
        page.locator("#change").getByLabel("Oxford Street · LDN1").check();
        page.locator("#change\\:go").click();
        assertThat(page.locator("tbody tr")
                        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Sam Staff")))
                .containsText("Oxford Street · LDN1");
        page.navigate("/console/tills");
        page.locator("#tills\\:pick").selectOption("PAR1");
        page.locator("#tills\\:name").fill("Till 1");
        page.locator("#tills\\:register").click();
        assertThat(page.locator("[data-till]")).containsText("Rue de Rivoli · PAR1");
        assertThat(page.locator("tr[data-store=LDN1]")).containsText("Oxford Street · LDN1");
        assertAccessible(page);
        picture(page, "tills-stores-en");
        page.navigate("/console/members");
        page.locator(".filters summary").click();
        page.locator("select[name=store]").selectOption("LDN1");
        assertAccessible(page);
        picture(page, "members-stores-en");
    }

    @Test
    void a_code_in_use_that_nobody_declared_can_still_be_chosen() {
        TestTenant tenant = TestTenants.make();
        tenant.person("STORE_STAFF", "OLD9");
        store(tenant, "LDN1", "Oxford Street");
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/people");
        page.locator("#people").getByLabel("OLD9").check();
        page.navigate("/console/tills");
        page.locator("#tills\\:pick").selectOption("OLD9");
        manyMore(tenant);
        page.navigate("/console/tills");
        page.locator("#tills\\:store").fill("Z600");
        assertThat(page.locator("#tills\\:pick")).hasCount(0);
    }

    /** More than a list holds. */
    private static void manyMore(TestTenant tenant) {
        try (Connection database = TestDatabase.superuser();
                Statement statement = database.createStatement()) {
            statement.executeUpdate("INSERT INTO \"t_" + tenant.slug().replace('-', '_')
                    + "\".store (store, name, currency, zone, version, recorded_at, changed_at)"
                    + " SELECT 'Z' || n, 'Store ' || n, 'GBP', 'Europe/London', 0, now(), now()"
                    + " FROM generate_series(1, 600) n");
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void store(TestTenant tenant, String code, String name) {
        tenant.api().post("/stores", Map.of("code", code, "name", name)).expect(201);
    }

    private static void add(Page page, String name, String code) {
        page.locator("#stores\\:name").fill(name);
        page.locator("#stores\\:code").fill(code);
        page.locator("#stores\\:add").click();
    }
}
