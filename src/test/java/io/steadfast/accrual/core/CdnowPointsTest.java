package io.steadfast.accrual.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.steadfast.programs.core.ProgramVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
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
}
