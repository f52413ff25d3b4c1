package io.steadfast.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.platform.security.Role;
import io.steadfast.platform.security.PersonService;
import io.steadfast.platform.tenancy.Tenant;
import io.steadfast.platform.tenancy.TenantStatus;
import io.steadfast.shared.TenantSlug;
import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestTenant;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

class TenantServiceIT extends ContainerTest {

    @Inject
    private TenantService tenants;

    @Inject
    private PersonService people;

    @Inject
    private AtWork atWork;

    @Test
    void a_new_tenant_has_one_person_its_owner() throws Exception {
        TestTenant brand = TestTenant.live();
        assertThat(atWork.call(brand, () -> people.all())).singleElement().satisfies(owner -> {
            assertThat(owner.roles()).containsExactly(Role.OWNER);
            assertThat(owner.invited()).isTrue();
        });
    }

    @Test
    void suspending_and_resuming_change_nothing_but_the_status() {
        TenantSlug slug = new TenantSlug(TestTenant.live().slug());
        Tenant suspended = tenants.suspend(slug);
        assertThat(suspended.status()).isEqualTo(TenantStatus.SUSPENDED);
        Tenant resumed = tenants.resume(slug);
        assertThat(resumed.status()).isEqualTo(TenantStatus.ACTIVE);
        assertThat(resumed.schema()).isEqualTo(suspended.schema());
        assertThat(tenants.all()).contains(resumed);
    }
}
