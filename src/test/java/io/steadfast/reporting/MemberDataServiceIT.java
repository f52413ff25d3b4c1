package io.steadfast.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.shared.MemberId;
import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MemberDataServiceIT extends ContainerTest {

    @Inject
    private MemberDataService data;

    @Inject
    private AtWork work;

    @Test
    void everything_known_is_there_section_by_section_and_nobody_has_nothing() throws Exception {
        TestTenant tenant = TestTenants.make();
        String id = tenant.api()
                .post("/members", Map.of("name", "Ada", "phone", "+447700900123"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        Map<String, List<JsonNode>> all = work.call(tenant, () -> data.of(new MemberId(UUID.fromString(id))))
                .orElseThrow();
        assertThat(all.keySet()).contains("member", "identities", "consents", "entries", "orders", "vouchers");
        assertThat(all.get("member").get(0).path("name").asText()).isEqualTo("Ada");
        assertThat(all.get("identities")).hasSize(2);
        assertThat(work.call(tenant, () -> data.of(new MemberId(UUID.randomUUID()))))
                .isEmpty();
    }
}
