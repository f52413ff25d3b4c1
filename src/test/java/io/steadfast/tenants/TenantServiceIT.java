package io.steadfast.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
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
    private CurrentActor currentActor;

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
    void an_owner_is_invited_again_until_one_has_chosen_a_password() throws Exception {
        TestTenant live = TestTenants.make(Map.of("sandbox", false));
        TenantSlug slug = new TenantSlug(live.slug());
        assertThat(invited(slug).email()).isEqualTo(live.owner().email());
        inTenant.call(live, () -> {
            people.setInitialPassword(people.all().get(0).id(), "a good long password");
            return live;
        });
        assertThatThrownBy(() -> invited(slug))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.reason()).isEqualTo(TenantRefusal.OWNER_IS_IN));
    }

    private OwnerLink invited(TenantSlug slug) throws Exception {
        return currentActor.call(Actor.job("test"), "local", () -> tenants.inviteOwner(slug));
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
