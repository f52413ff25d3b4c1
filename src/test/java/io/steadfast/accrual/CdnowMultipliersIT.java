package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.imports.ImportIntake;
import io.steadfast.imports.ImportService;
import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.ImportPlan;
import io.steadfast.imports.core.ImportView;
import io.steadfast.imports.core.Mappings;
import io.steadfast.ledger.Invariants;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * CDNOW's orders under the multipliers of Beauty Insider, through the ledger. Who never spent 350 dollars in a year has the base rate, a
 * point for each whole dollar of an order, as in every program of that rate: the orders of the others are taken in.
 */
class CdnowMultipliersIT extends ContainerTest {

    private static final Path FILE = Path.of("../shared/data/cdnow-orders.csv");
    private static final BigDecimal VIB = new BigDecimal("350.00");
    private static final long ALL = 2_592_602;

    @Inject
    Shop shop;

    @Inject
    Invariants invariants;

    @Inject
    ImportIntake intake;

    @Inject
    ImportService imports;

    static boolean isFileHere() {
        return Files.isReadable(FILE);
    }

    @Test
    @EnabledIf(value = "isFileHere", disabledReason = "The file of CDNOW's orders isn't here")
    void each_order_accrues_by_the_tier_that_those_before_it_had_brought() throws Exception {
        List<String> lines = Files.readAllLines(FILE);
        Set<String> climbed = climbed(lines);
        long atTheBaseRate = lines.stream()
                .skip(1)
                .filter(line -> !climbed.contains(line.split(",", -1)[1]))
                .mapToLong(line -> new BigDecimal(line.split(",", -1)[4]).longValue())
                .sum();
        List<String> theirs = lines.stream()
                .skip(1)
                .filter(line -> climbed.contains(line.split(",", -1)[1]))
                .toList();
        assertThat(theirs).hasSizeBetween(10_000, 25_000);
        shop.open("1998-07-01T03:59:00Z");
        ProgramCode program =
                shop.publish(Shop.template("P2", "America/Los_Angeles", "America/New_York"), "1997-01-01T05:00:00Z");
        ImportView taken = taken(
                program,
                Stream.concat(Stream.of(lines.get(0)), theirs.stream()).collect(Collectors.joining("\n", "", "\n")));
        assertThat(taken.failed()).isZero();
        assertThat(taken.done()).isEqualTo(theirs.size());
        assertThat(shop.number("SELECT sum(granted_points) FROM lot") + atTheBaseRate)
                .isEqualTo(ALL);
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    /** Who spent as much as a tier takes in a calendar year. */
    private static Set<String> climbed(List<String> lines) {
        Map<String, BigDecimal> spent = new HashMap<>();
        lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(fields -> spent.merge(
                        fields[1] + " " + fields[2].substring(0, 4), new BigDecimal(fields[4]), BigDecimal::add));
        return spent.entrySet().stream()
                .filter(year -> year.getValue().compareTo(VIB) >= 0)
                .map(year -> year.getKey().split(" ", -1)[0])
                .collect(Collectors.toSet());
    }

    private ImportView taken(ProgramCode program, String csv) {
        ImportPlan plan = new ImportPlan(
                ImportKind.ORDERS,
                Optional.of(program),
                Mappings.named("CDNOW").orElseThrow(),
                "import",
                "all",
                ImportPlan.NewMembers.MADE,
                ImportPlan.Mode.FOR_GOOD);
        UUID id = shop.call(() -> intake.accept(
                        plan, "cdnow-orders.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))
                .id());
        return Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> shop.call(() -> imports.find(id)).orElseThrow(), ImportView::isOver);
    }
}
