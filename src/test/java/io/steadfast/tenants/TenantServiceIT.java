package io.steadfast.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.platform.security.PersonService;
import io.steadfast.platform.security.Role;
import io.steadfast.platform.tenancy.Tenant;
import io.steadfast.platform.tenancy.TenantStatus;
import io.steadfast.shared.TenantSlug;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.InTenant;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TenantServiceIT extends ContainerTest {

    @Inject
    private TenantService tenants;

    @Inject
    private PersonService people;

    @Inject
    private InTenant inTenant;

    @Test
    void a_new_tenant_has_one_person_its_owner() throws Exception {
        TestTenant brand = TestTenants.make(Map.of("sandbox", false));
        assertThat(inTenant.call(brand, () -> people.all())).singleElement().satisfies(owner -> {
            assertThat(owner.roles()).containsExactly(Role.OWNER);
            assertThat(owner.invited()).isTrue();
        });
    }

    @Test
    void suspending_and_resuming_change_nothing_but_the_status() {
        TenantSlug slug =
                new TenantSlug(TestTenants.make(Map.of("sandbox", false)).slug());
        Tenant suspended = tenants.suspend(slug, "unpaid");
        assertThat(suspended.status()).isEqualTo(TenantStatus.SUSPENDED);
        Tenant resumed = tenants.resume(slug, "paid");
        assertThat(resumed.status()).isEqualTo(TenantStatus.ACTIVE);
        assertThat(resumed.schema()).isEqualTo(suspended.schema());
        assertThat(tenants.entry(slug).tenant()).isEqualTo(resumed);
    }
}
