package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.steadfast.accrual.core.Order;
import io.steadfast.ledger.DueService;
import io.steadfast.ledger.Invariants;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.support.ContainerTest;
import io.steadfast.tiers.TierService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Eighteen months of a real shop (Fader and Hardie 2001) through the service: every figure of points and spend. */
class CdnowIT extends ContainerTest {

    private static final Path FILE = Path.of("../shared/data/cdnow-orders.csv");
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final int WORKERS = 4;
    private static final int BATCH = 100;

    @Inject
    Shop shop;

    @Inject
    DueService due;

    @Inject
    Invariants invariants;

    @Inject
    TierService tiers;

    @Inject
    UserTransaction transaction;

    private record Row(String reference, String customer, Instant at, long amount) {}

    @Test
    void allOrdersComeToTheFiguresOfTheTradesOwnPaper() throws Exception {
        assumeTrue(Files.isReadable(FILE), "The file of CDNOW's orders isn't here: " + FILE);
        // 23:59 in New York.
        shop.open("1998-07-01T03:59:00Z");
        ProgramCode program = shop.publish("CDNOW", "1997-01-01T05:00:00Z");
        Map<String, List<Row>> byCustomer = rows();
        Map<String, MemberId> members = enrolled(byCustomer, program);
        List<List<Row>> shares = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            shares.add(new ArrayList<>());
        }
        int next = 0;
        for (List<Row> own : byCustomer.values()) {
            shares.get(next++ % WORKERS).addAll(own);
        }
        Shop.atOnce(WORKERS, worker -> recorded(shares.get(worker), members));
        shop.call(() -> {
            while (due.bookDueLots(shop.now())) {
                // Each chunk is a transaction of its own.
            }
            return program;
        });
        assertThat(shop.number("SELECT count(*) FROM purchase_order")).isEqualTo(69_659);
        assertThat(shop.number("SELECT sum(granted_points) FROM lot")).isEqualTo(2_453_159);
        assertThat(shop.number("SELECT sum(points) FROM allocation WHERE to_state = 'EXPIRED'"))
                .isEqualTo(1_400_240);
        assertThat(shop.number("SELECT sum(active_points) FROM account")).isEqualTo(1_052_919);
        assertThat(shop.number("SELECT sum(total_amount) FROM purchase_order")).isEqualTo(250_031_563);
        assertThat(membersByTier(members, program, "1998-07-01T03:59:00Z"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("INSIDER", 22_636L, "VIB", 830L, "ROUGE", 104L));
        assertThat(membersByTier(members, program, "1998-01-01T04:59:00Z"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("INSIDER", 22_687L, "VIB", 781L, "ROUGE", 102L));
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
        assertThat(shop.call(() -> invariants.firstTampered())).isEmpty();
    }

    /** Each member asked for by themselves, as a till does. */
    private Map<String, Long> membersByTier(Map<String, MemberId> members, ProgramCode program, String at) {
        List<MemberId> all = List.copyOf(members.values());
        TierSetRef ladder = new TierSetRef(program, new TierSetCode("STATUS"));
        List<Map<String, Long>> counts = Shop.atOnce(WORKERS, worker -> {
            Map<String, Long> own = new HashMap<>();
            for (int number = worker; number < all.size(); number += WORKERS) {
                MemberId member = all.get(number);
                String tier = shop.call(() -> tiers.tiersAt(member, Instant.parse(at)))
                        .getOrDefault(ladder, new TierCode("INSIDER"))
                        .value();
                own.merge(tier, 1L, Long::sum);
            }
            return own;
        });
        Map<String, Long> sum = new HashMap<>();
        counts.forEach(own -> own.forEach((tier, number) -> sum.merge(tier, number, Long::sum)));
        return sum;
    }

    private static Map<String, List<Row>> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        List<String> lines = Files.readAllLines(FILE);
        for (String line : lines.subList(1, lines.size())) {
            String[] field = line.split(",", -1);
            Instant at = LocalDate.parse(field[2]).atStartOfDay(ZONE).toInstant();
            rows.add(new Row(field[0], field[1], at, Long.parseLong(field[4].replace(".", ""))));
        }
        rows.sort(Comparator.comparing(Row::at));
        Map<String, List<Row>> byCustomer = new LinkedHashMap<>();
        rows.forEach(row -> byCustomer
                .computeIfAbsent(row.customer(), key -> new ArrayList<>())
                .add(row));
        return byCustomer;
    }

    /** In sets: enrolling one by one is tried elsewhere. */
    private Map<String, MemberId> enrolled(Map<String, List<Row>> byCustomer, ProgramCode program) {
        Map<String, MemberId> members = new HashMap<>();
        byCustomer.keySet().forEach(customer -> members.put(customer, new MemberId(Ids.next())));
        String[] ids = members.values().stream().map(MemberId::toString).toArray(String[]::new);
        return shop.call(() -> {
            transaction.begin();
            for (String sql : List.of(
                    "INSERT INTO member (member_id, version, status, kind, employee, joined_at, attributes, recorded_at)"
                            + " SELECT m, 1, 'ACTIVE', 'PERSON', false, '1997-01-01Z', '{}', '1997-01-01Z'"
                            + " FROM unnest(?::uuid[]) AS m",
                    "INSERT INTO enrolment (enrolment_id, member_id, program, channel, enrolled_at, recorded_at)"
                            + " SELECT m, m, '" + program + "', 'web', '1997-01-01T05:00:00Z', '1997-01-01Z'"
                            + " FROM unnest(?::uuid[]) AS m")) {
                try (PreparedStatement statement = shop.store.connection().prepareStatement(sql)) {
                    statement.setArray(1, statement.getConnection().createArrayOf("text", ids));
                    statement.executeUpdate();
                }
            }
            for (MemberId member : members.values()) {
                shop.ledger.open(member, Instant.parse("1997-01-01T05:00:00Z"));
            }
            transaction.commit();
            return members;
        });
    }

    private int recorded(List<Row> rows, Map<String, MemberId> members) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<ReportedOrder> batch = rows.subList(from, Math.min(rows.size(), from + BATCH)).stream()
                    .map(row -> new ReportedOrder(
                            order(row),
                            Optional.of(new NamedMember(
                                    NamedMember.By.ID,
                                    members.get(row.customer()).toString()))))
                    .toList();
            List<AccrualService.BatchResult> results = shop.call(() -> shop.accrual.recordAll(batch));
            assertThat(results).allMatch(result -> result.recorded().isPresent());
        }
        return rows.size();
    }

    private static Order order(Row row) {
        return Shop.order(row.reference(), row.at().toString(), "USD", Shop.line("1", 1, row.amount()));
    }
}
