package io.steadfast.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.shared.RefusalReason;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.InTenant;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

class SettingsServiceIT extends ContainerTest {

    @Inject
    private SettingsService service;

    @Inject
    private TenantSettings settings;

    @Inject
    private InTenant inTenant;

    @Test
    void a_value_counts_for_its_tenant_and_a_stores_own_before_the_tenants() throws Exception {
        TestTenants.Two tenants = TestTenants.makeTwo();
        inTenant.call(tenants.mine(), () -> {
            service.set(Setting.GOODWILL_STAFF, "250");
            service.setFor("LDN1", Setting.SALES, "tills");
            assertThat(settings.number(Setting.GOODWILL_STAFF)).isEqualTo(250);
            assertThat(settings.value(Setting.SALES, "LDN1")).isEqualTo("tills");
            assertThat(settings.value(Setting.SALES, "LDN2")).isEqualTo("staff");
            return true;
        });
        inTenant.call(tenants.other(), () -> {
            assertThat(settings.number(Setting.GOODWILL_STAFF)).isEqualTo(100);
            assertThat(settings.value(Setting.SALES, "LDN1")).isEqualTo("staff");
            return true;
        });
    }

    @Test
    void what_hasnt_the_shape_and_a_colour_too_pale_are_refused() throws Exception {
        TestTenant tenant = TestTenants.make();
        assertThat(refused(tenant, Setting.TILL_IDLE_MINUTES, "0")).isEqualTo(SettingRefusal.SETTING_NOT_VALID);
        assertThat(refused(tenant, Setting.BRAND_COLOUR, "green")).isEqualTo(SettingRefusal.SETTING_NOT_VALID);
        assertThat(refused(tenant, Setting.BRAND_COLOUR, "#FFE680")).isEqualTo(SettingRefusal.COLOUR_TOO_PALE);
        inTenant.call(tenant, () -> {
            service.set(Setting.BRAND_COLOUR, "#7A3B9A");
            assertThat(settings.value(Setting.BRAND_COLOUR)).isEqualTo("#7a3b9a");
            return true;
        });
    }

    private RefusalReason refused(TestTenant tenant, Setting setting, String value) throws Exception {
        return inTenant.call(tenant, () -> {
            Refusal[] refusal = new Refusal[1];
            assertThatThrownBy(() -> service.set(setting, value)).satisfies(thrown -> refusal[0] = (Refusal) thrown);
            return refusal[0].reason();
        });
    }
}
