package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.steadfast.imports.ImportIntake;
import io.steadfast.imports.ImportService;
import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.ImportPlan;
import io.steadfast.imports.core.ImportView;
import io.steadfast.imports.core.Mappings;
import io.steadfast.ledger.DueService;
import io.steadfast.ledger.Invariants;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.support.ContainerTest;
import io.steadfast.tiers.TierService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Eighteen months of a real shop (Fader and Hardie 2001) through the import: every figure of points and spend. */
class CdnowIT extends ContainerTest {

    private static final Path FILE = Path.of("../shared/data/cdnow-orders.csv");
    private static final int WORKERS = 4;

    @Inject
    Shop shop;

    @Inject
    DueService due;

    @Inject
    Invariants invariants;

    @Inject
    TierService tiers;

    @Inject
    ImportIntake intake;

    @Inject
    ImportService imports;

    @Inject
    UserTransaction transaction;

    @Test
    void allOrdersComeToTheFiguresOfTheTradesOwnPaper() throws Exception {
        assumeTrue(Files.isReadable(FILE), "The file of CDNOW's orders isn't here: " + FILE);
        // 23:59 in New York.
        shop.open("1998-07-01T03:59:00Z");
        ProgramCode program = shop.publish("CDNOW", "1997-01-01T05:00:00Z");
        ImportView taken = taken(program);
        assertThat(taken.done()).isEqualTo(69_659);
        assertThat(taken.failed()).isZero();
        List<MemberId> members = members();
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
    private Map<String, Long> membersByTier(List<MemberId> all, ProgramCode program, String at) {
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

    /** As {@code curl -F file=@cdnow-orders.csv -F kind=orders -F mapping=CDNOW} does it. */
    private ImportView taken(ProgramCode program) {
        ImportPlan plan = new ImportPlan(
                ImportKind.ORDERS,
                Optional.of(program),
                Mappings.named("CDNOW").orElseThrow(),
                "import",
                "all",
                ImportPlan.NewMembers.MADE,
                ImportPlan.Mode.FOR_GOOD);
        UUID id = shop.call(() -> {
            try (InputStream file = Files.newInputStream(FILE)) {
                return intake.accept(plan, "cdnow-orders.csv", file).id();
            }
        });
        return Awaitility.await()
                .atMost(Duration.ofMinutes(30))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> shop.call(() -> imports.find(id)).orElseThrow(), ImportView::isOver);
    }

    private List<MemberId> members() {
        return shop.call(() -> {
            transaction.begin();
            try (PreparedStatement statement =
                            shop.store.connection().prepareStatement("SELECT member_id FROM member");
                    ResultSet row = statement.executeQuery()) {
                List<MemberId> members = new ArrayList<>();
                while (row.next()) {
                    members.add(new MemberId(row.getObject(1, UUID.class)));
                }
                return members;
            } finally {
                transaction.rollback();
            }
        });
    }
}
