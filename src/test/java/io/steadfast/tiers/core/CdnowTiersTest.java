package io.steadfast.tiers.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.steadfast.programs.core.TierSet;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The tiers of CDNOW's 1997 cohort (Fader and Hardie 2001) on the ladder of Beauty Insider. */
class CdnowTiersTest {

    private static final Path ORDERS = Path.of("..", "shared", "data", "cdnow-orders.csv");
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @Test
    void every_member_of_the_cohort_stands_where_the_figures_say() throws IOException {
        assumeTrue(Files.exists(ORDERS), "skipped: the CDNOW orders are not beside the checkout");
        Map<String, List<MetricChange>> orders = ordersByMember();
        assertThat(membersByTier(orders, "1998-06-30T23:59")).containsExactly(22_636, 830, 104);
        assertThat(membersByTier(orders, "1997-12-31T23:59")).containsExactly(22_687, 781, 102);
    }

    private static List<Integer> membersByTier(Map<String, List<MetricChange>> orders, String local) {
        Instant now = LocalDateTime.parse(local).atZone(ZONE).toInstant();
        Integer[] members = {0, 0, 0};
        for (List<MetricChange> changes : orders.values()) {
            Instant joined = changes.get(0).at();
            members[
                    TierHistory.replay(Ladders.beautyInsider(), ZONE, joined, changes, now)
                            .state()
                            .held()
                            .rank()]++;
        }
        return Arrays.asList(members);
    }

    private static Map<String, List<MetricChange>> ordersByMember() throws IOException {
        Map<String, List<MetricChange>> orders = new TreeMap<>();
        for (String row : Files.readAllLines(ORDERS).stream().skip(1).toList()) {
            String[] fields = row.split(",", -1);
            Instant at = LocalDate.parse(fields[2]).atStartOfDay(ZONE).toInstant();
            long amount = new BigDecimal(fields[4]).movePointRight(2).longValueExact();
            orders.computeIfAbsent(fields[1], member -> new ArrayList<>())
                    .add(new MetricChange(at, at, "import", fields[0], 0, amount, TierSet.METRIC));
        }
        return orders;
    }
}
