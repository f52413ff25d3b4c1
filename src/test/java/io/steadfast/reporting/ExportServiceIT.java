package io.steadfast.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.members.ArrivalService;
import io.steadfast.members.core.Arrival;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExportServiceIT extends ContainerTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MEMBERS = 2_100;

    @Inject
    private ExportService exports;

    @Inject
    private ArrivalService arrivals;

    @Inject
    private AtWork work;

    @Test
    void pages_neither_skip_nor_repeat_a_line() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(Instant.parse("2026-03-01T00:00:00Z"), "P1", START);
        List<Arrival> wanted = new ArrayList<>();
        for (int number = 0; number < MEMBERS; number++) {
            wanted.add(new Arrival(IdentityKind.EXTERNAL_ID, "m" + number, START));
        }
        for (int from = 0; from < MEMBERS; from += 300) {
            List<Arrival> some = wanted.subList(from, Math.min(MEMBERS, from + 300));
            work.call(tenant, () -> arrivals.arrive(some, new ProgramCode("club"), "import"));
        }
        Set<UUID> seen = new HashSet<>();
        List<ExportService.Line> page =
                work.call(tenant, () -> exports.after(ExportKind.MEMBERS, ExportService.BEGINNING));
        int pages = 0;
        while (!page.isEmpty()) {
            pages++;
            page.forEach(line -> {
                assertThat(line.cells()).hasSameSizeAs(ExportKind.MEMBERS.columns());
                assertThat(seen.add(line.id())).isTrue();
            });
            UUID last = page.get(page.size() - 1).id();
            page = work.call(tenant, () -> exports.after(ExportKind.MEMBERS, last));
        }
        assertThat(seen).hasSize(MEMBERS);
        assertThat(pages).isEqualTo(3);
    }
}
