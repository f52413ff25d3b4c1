package io.steadfast.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The crash run, short: the same loads and checks, each fault once. Whole: {@code mvn -Pcrash}. */
class CrashRunIT {

    @Test
    void noAcknowledgedRequestIsLostOrAppliedTwiceWhateverIsKilled() throws Exception {
        CrashSettings settings = new CrashSettings(
                Path.of("target/crash-short"),
                System.nanoTime() & 0xFFFFFF,
                0,
                200,
                6,
                Duration.ofSeconds(2),
                CrashSettings.Disk.FILLED,
                Duration.ofSeconds(10));
        assertThat(CrashRun.run(settings))
                .as("violations; the table above says which")
                .isZero();
    }
}
