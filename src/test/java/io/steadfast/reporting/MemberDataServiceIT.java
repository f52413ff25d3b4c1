package io.steadfast.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.steadfast.shared.MemberId;
import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemberDataServiceIT extends ContainerTest {

    @Inject
    private MemberDataService data;

    @Inject
    private MemberDataFile file;

    @Inject
    private AtWork work;

    @Test
    void everySectionIsThereAndOneOfManyPagesIsWholeAndInOrder() throws Exception {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        Storefront shop = new Storefront(tenant).publishSimplePoints();
        String id = shop.enrol("Ada", "+447700900123");
        int orders = 2 * MemberDataService.PAGE + 1;
        for (int at = 0; at < orders; at++) {
            shop.order(id, String.valueOf(1_000 + at), 4_000);
        }
        MemberId member = new MemberId(UUID.fromString(id));
        StringWriter written = new StringWriter();
        work.call(tenant, () -> {
            assertThat(data.begun(member)).isTrue();
            file.write(member, written);
            return written;
        });

        JsonNode all = new ObjectMapper().readTree(written.toString());
        assertThat(all.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(Arrays.stream(MemberSection.values())
                        .map(MemberSection::title)
                        .toList());
        assertThat(all.at("/member/0/name").asText()).isEqualTo("Ada");
        assertThat(all.path("identities")).isNotEmpty();
        assertThat(all.path("orders")).hasSize(orders);
        assertThat(all.path("orders").findValuesAsText("reference"))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, orders)
                        .mapToObj(at -> String.valueOf(1_000 + at))
                        .toList());
        assertThat(all.path("entries").findValues("seq").stream().map(JsonNode::asLong))
                .isSorted();
    }

    @Test
    void nobodyHasNothing() throws Exception {
        TestTenant tenant = TestTenants.make();
        assertThat(work.call(tenant, () -> data.begun(new MemberId(UUID.randomUUID()))))
                .isFalse();
    }
}
