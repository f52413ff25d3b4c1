package io.steadfast.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.ImportPlan;
import io.steadfast.imports.core.RowReading;
import io.steadfast.shared.ProgramCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A file of a million rows, read and gathered for the database as an import does it, in a virtual machine too small for the file. */
class MillionRowsTest {

    private static final int ROWS = 1_000_000;
    private static final int ROWS_A_PIECE = 10_000;
    private static final String HEAP = "32m";

    @Test
    void a_million_rows_are_read_in_a_heap_of_32_megabytes() throws Exception {
        Process reading = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(reading.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(reading.exitValue()).as(said).isZero();
        String[] figures = said.strip().split(" ");
        assertThat(figures[0]).isEqualTo(Integer.toString(ROWS));
        assertThat(figures[1]).as("rows that can't be taken").isEqualTo(Integer.toString(ROWS / ROWS_A_PIECE));
        assertThat(Long.parseLong(figures[2]))
                .as("bytes, more than the heap has")
                .isGreaterThan(40_000_000);
    }

    /** What the small machine does; the database, which keeps pieces and rows, is elsewhere. */
    static final class Reading {

        private long bytes;

        public static void main(String[] arguments) {
            new Reading().run();
        }

        private void run() {
            RowReading reading = new RowReading(ImportKind.ORDERS, ZoneId.of("America/New_York"));
            long rows = 0;
            long refused = 0;
            try (CsvFile file = CsvFile.open(new CsvFile.Pieces(this::piece))) {
                Map<String, Integer> columns = file.columns(plan());
                StagedBatch batch = new StagedBatch(reading);
                Optional<CsvFile.Line> line = file.next(columns);
                while (line.isPresent()) {
                    batch.add(line.get());
                    line = file.next(columns);
                    if (batch.isFull() || line.isEmpty()) {
                        rows += batch.rows().size() + batch.troubles().size();
                        refused += batch.troubles().size();
                        batch = new StagedBatch(reading);
                    }
                }
            }
            System.out.println(rows + " " + refused + " " + bytes);
        }

        private static ImportPlan plan() {
            return new ImportPlan(
                    ImportKind.ORDERS,
                    Optional.of(new ProgramCode("club")),
                    Map.of(),
                    "import",
                    "all",
                    ImportPlan.NewMembers.MADE,
                    ImportPlan.Mode.FOR_GOOD);
        }

        /** One row of each piece has no date. */
        private Optional<byte[]> piece(int number) {
            if (number > ROWS / ROWS_A_PIECE) {
                return Optional.empty();
            }
            if (number == 0) {
                return Optional.of("reference,occurredAt,member.externalId,amount\n".getBytes(StandardCharsets.UTF_8));
            }
            StringBuilder rows = new StringBuilder();
            for (int row = 0; row < ROWS_A_PIECE; row++) {
                String day = row == 0 ? "" : "2026-01-" + (10 + row % 20);
                rows.append("R-%07d,%s,member-%06d,%d.99%n"
                        .formatted((number - 1) * ROWS_A_PIECE + row, day, row * 37 % 100_000, row % 100));
            }
            byte[] piece = rows.toString().getBytes(StandardCharsets.UTF_8);
            bytes += piece.length;
            return Optional.of(piece);
        }
    }
}
