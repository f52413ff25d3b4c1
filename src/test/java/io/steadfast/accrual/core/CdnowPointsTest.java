package io.steadfast.accrual.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.TierSet;
import io.steadfast.tiers.core.MetricChange;
import io.steadfast.tiers.core.TierHistory;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The points of CDNOW's 1997 cohort (Fader and Hardie 2001), order by order through the evaluator. */
class CdnowPointsTest {

    private static final Path ORDERS = Path.of("..", "shared", "data", "cdnow-orders.csv");
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @Test
    void every_order_of_the_cohort_accrues_and_lapses_as_the_figures_say() throws IOException {
        assumeTrue(Files.exists(ORDERS), "skipped: the CDNOW orders are not beside the checkout");
        ProgramVersion cdnow = Baskets.template("CDNOW");
        Instant now = LocalDateTime.parse("1998-06-30T23:59").atZone(ZONE).toInstant();
        long accrued = 0;
        long expired = 0;
        for (String row : Files.readAllLines(ORDERS).stream().skip(1).toList()) {
            String[] fields = row.split(",", -1);
            Instant at = LocalDate.parse(fields[2]).atStartOfDay(ZONE).toInstant();
            long amount = new BigDecimal(fields[4]).movePointRight(2).longValueExact();
            for (Grant grant : AccrualEvaluator.evaluate(cdnow, Baskets.member(), Baskets.order(at, "USD", amount))
                    .grants()) {
                accrued += grant.points();
                expired += grant.expiresAt().orElseThrow().isAfter(now) ? 0 : grant.points();
            }
        }
        assertThat(accrued).isEqualTo(2_453_159);
        assertThat(expired).isEqualTo(1_400_240);
    }

    /** Each order at the rate of the tier that the orders before it, as the file has them, had brought. */
    @Test
    void under_the_multipliers_of_beauty_insider_every_order_accrues_by_the_tier_before_it() throws IOException {
        assumeTrue(Files.exists(ORDERS), "skipped: the CDNOW orders are not beside the checkout");
        ProgramVersion insider = Baskets.inForce(inNewYork());
        TierSet ladder = insider.document().tierSets().get(0);
        Map<String, List<MetricChange>> before = new HashMap<>();
        long accrued = 0;
        for (String row : Files.readAllLines(ORDERS).stream().skip(1).toList()) {
            String[] fields = row.split(",", -1);
            Instant at = LocalDate.parse(fields[2]).atStartOfDay(ZONE).toInstant();
            long amount = new BigDecimal(fields[4]).movePointRight(2).longValueExact();
            List<MetricChange> counted = before.computeIfAbsent(fields[1], customer -> new ArrayList<>());
            accrued += points(insider, tierBy(ladder, counted, at), Baskets.order(at, "USD", amount));
            counted.add(new MetricChange(at, at, "import", fields[0], 0, amount, TierSet.METRIC));
        }
        assertThat(accrued).isEqualTo(2_592_602);
    }

    private static ProgramDocument inNewYork() {
        String written = ProgramDocumentCodec.write(Baskets.template("P2").document());
        assertThat(written).contains("America/Los_Angeles");
        return ProgramDocumentCodec.read(written.replace("America/Los_Angeles", ZONE.getId()));
    }

    private static String tierBy(TierSet ladder, List<MetricChange> counted, Instant at) {
        Instant joined = counted.isEmpty() ? at : counted.get(0).at();
        int rank = TierHistory.replay(ladder, ZONE, joined, counted, at)
                .state()
                .held()
                .rank();
        return ladder.tiers().get(rank).code().value();
    }

    private static long points(ProgramVersion version, String tier, Order order) {
        return AccrualEvaluator.evaluate(version, Baskets.inTier(version, tier), order).grants().stream()
                .mapToLong(Grant::points)
                .sum();
    }
}
