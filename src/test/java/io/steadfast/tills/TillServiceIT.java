package io.steadfast.tills;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.support.ContainerTest;
import io.steadfast.support.InTenant;
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

class TillServiceIT extends ContainerTest {

    @Inject
    private TillService tills;

    @Inject
    private InTenant inTenant;

    @Test
    void a_till_is_known_by_its_secret_in_its_own_brand_until_it_is_retired() throws Exception {
        TestTenants.Two tenants = TestTenants.makeTwo();
        TillService.Registered made =
                inTenant.call(tenants.mine(), () -> tills.register(new TillService.Wish("LDN1", "Till 1", "pos")));
        assertThat(made.toString()).doesNotContain(made.secret());
        assertThat(inTenant.call(tenants.mine(), () -> tills.identified(made.secret())))
                .hasValueSatisfying(till -> assertThat(till.place().source()).isEqualTo("pos"));
        assertThat(inTenant.call(tenants.mine(), () -> tills.identified("0".repeat(48))))
                .isEmpty();
        assertThat(inTenant.call(tenants.other(), () -> tills.identified(made.secret())))
                .isEmpty();
        inTenant.call(tenants.mine(), () -> {
            tills.retire(made.till().id());
            return true;
        });
        assertThat(inTenant.call(tenants.mine(), () -> tills.identified(made.secret())))
                .isEmpty();
    }
}
