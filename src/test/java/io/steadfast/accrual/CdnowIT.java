package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.condition.EnabledIf;

/** Eighteen months of a real shop (Fader and Hardie 2001) through the import: every figure of points and spend. */
class CdnowIT extends ContainerTest {

    private static final Path FILE = Path.of("../shared/data/cdnow-orders.csv");
    private static final int WORKERS = 4;

    /** Of so many members who never climbed one is asked for: a till would take minutes to ask for all 23,570. */
    private static final int ONE_OF = 20;

    private static final String CLIMBED = "SELECT member_id FROM tier_fact WHERE rank > 0";

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

    /** A condition rather than an assumption: one that fails in the container would be an error. */
    static boolean isFileHere() {
        return Files.isReadable(FILE);
    }

    @Test
    @EnabledIf(value = "isFileHere", disabledReason = "The file of CDNOW's orders isn't here")
    void allOrdersComeToTheFiguresOfTheTradesOwnPaper() throws Exception {
        // 23:59 in New York.
        shop.open("1998-07-01T03:59:00Z");
        ProgramCode program = shop.publish("CDNOW", "1997-01-01T05:00:00Z");
        ImportView taken = taken(program);
        assertThat(taken.done()).isEqualTo(69_659);
        assertThat(taken.failed()).isZero();
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
        assertThat(membersByTier(program, "1998-07-01T03:59:00Z"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("INSIDER", 22_636L, "VIB", 830L, "ROUGE", 104L));
        assertThat(membersByTier(program, "1998-01-01T04:59:00Z"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("INSIDER", 22_687L, "VIB", 781L, "ROUGE", 102L));
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
        assertThat(shop.call(() -> invariants.firstTampered())).isEmpty();
    }

    /** Who ever climbed is asked for by themselves, as a till does, and some of those who never did, who stand for all of them. */
    private Map<String, Long> membersByTier(ProgramCode program, String at) {
        List<MemberId> climbed = members("SELECT member_id FROM member WHERE member_id IN (" + CLIMBED + ")");
        List<MemberId> others = members("SELECT member_id FROM member WHERE member_id NOT IN (" + CLIMBED + ")");
        List<MemberId> asked = new ArrayList<>(climbed);
        for (int number = 0; number < others.size(); number += ONE_OF) {
            asked.add(others.get(number));
        }
        Map<String, Long> counted = asked(asked, program, Instant.parse(at));
        long notAsked = climbed.size() + others.size() - asked.size();
        counted.merge("INSIDER", notAsked, Long::sum);
        return counted;
    }

    private Map<String, Long> asked(List<MemberId> members, ProgramCode program, Instant at) {
        TierSetRef ladder = new TierSetRef(program, new TierSetCode("STATUS"));
        List<Map<String, Long>> counts = Shop.atOnce(WORKERS, worker -> {
            Map<String, Long> own = new HashMap<>();
            for (int number = worker; number < members.size(); number += WORKERS) {
                MemberId member = members.get(number);
                String tier = shop.call(() -> tiers.tiersAt(member, at))
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

    private List<MemberId> members(String sql) {
        return shop.call(() -> {
            transaction.begin();
            try (PreparedStatement statement = shop.store.connection().prepareStatement(sql);
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
