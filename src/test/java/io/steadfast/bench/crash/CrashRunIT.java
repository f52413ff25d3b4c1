package io.steadfast.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The crash run, short: the same faults, loads and checks, a few kills. Whole: {@code mvn -Pcrash}. */
class CrashRunIT {

    @Test
    void noAcknowledgedRequestIsLostOrAppliedTwiceWhateverIsKilled() throws Exception {
        CrashSettings settings = new CrashSettings(
                Path.of("target/crash-short"),
                System.nanoTime() & 0xFFFFFF,
                1,
                200,
                6,
                Duration.ofSeconds(2),
                CrashSettings.Disk.LEFT_ALONE,
                Duration.ofSeconds(10));
        assertThat(CrashRun.run(settings))
                .as("violations; the table above says which")
                .isZero();
    }
}
