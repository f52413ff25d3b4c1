package io.steadfast.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TestTenantsIT extends ClientTest {

    @Test
    void a_test_has_tenants_of_its_own_whose_keys_work_at_once() {
        TestTenants.Two tenants = TestTenants.makeTwo();
        assertThat(tenants.mine().slug()).isNotEqualTo(tenants.other().slug());
        tenants.mine().api().get("/programs").expect(200);
        tenants.other().api().get("/programs").expect(200);
        Api.withKey(tenants.mine().apiKey() + "x").get("/programs").expect(401);
    }

    @Test
    void a_key_with_few_scopes_may_do_little() {
        Api narrow = TestTenants.make().apiWith("orders:write");
        assertThat(narrow.get("/programs").expect(403).code()).isEqualTo("FORBIDDEN");
    }

    @Test
    void a_sandbox_stands_where_the_test_moves_it() {
        TestTenant tenant = TestTenants.makeAt(Instant.parse("2026-01-01T00:00:00Z"));
        tenant.moveClock(Instant.parse("2026-02-01T00:00:00Z"));
        Api.operator()
                .put("/tenants/" + tenant.slug() + "/clock", "{\"now\": \"2026-01-15T00:00:00Z\"}")
                .expect(422);
    }

    @Test
    void a_tenant_has_people_with_roles() {
        TestTenant tenant = TestTenants.make();
        assertThat(tenant.person("STORE_STAFF", "s1").password())
                .isNotEqualTo(tenant.owner().password());
    }
}
