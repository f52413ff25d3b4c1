package io.steadfast.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * The bench, short: every operation, its floor, the growth and the night are made and counted once, so that the harness
 * keeps up with the product. What it prints here is no measurement. Whole: {@code mvn -Pbench}.
 */
class BenchRunIT {

    private static final Path DIRECTORY = Path.of("target/bench-short");

    @Test
    void everyPairIsMeasuredBesideItsFloorAndWritten() throws Exception {
        BenchSettings settings = new BenchSettings(
                DIRECTORY,
                40,
                2,
                Duration.ofMillis(200),
                Duration.ofSeconds(1),
                new int[] {2},
                new int[] {2},
                100,
                12,
                3,
                Part.read("all"));

        assertThat(BenchRun.run(settings)).hasSizeGreaterThanOrEqualTo(9).allSatisfy(row -> {
            assertThat(row.product().rate()).as(row.what()).isPositive();
            assertThat(row.floor().rate()).as("the other side of " + row.what()).isPositive();
        });
        assertThat(Files.readString(DIRECTORY.resolve("bench.json")))
                .contains("\"round trips of an order\"")
                .contains("\"jobs\"");
    }
}
