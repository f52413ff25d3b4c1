package io.steadfast.bench.crash;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a run is made of, from system properties.
 *
 * @param seed of the faults' order; 0 means another one each time
 * @param kills of the server, and as many of PostgreSQL, besides the other faults; 0 for each fault once
 * @param requests that are acknowledged at least before the load ends
 * @param pause for how long PostgreSQL is stopped
 * @param disk whether the disk is filled
 * @param patience for the last events; a sender that was killed keeps its claim for two minutes, and
 *     the sweep that then finds it comes every ten
 */
record CrashSettings(
        Path directory,
        long seed,
        int kills,
        long requests,
        int clients,
        Duration pause,
        Disk disk,
        Duration patience) {

    enum Disk {
        FILLED,
        LEFT_ALONE
    }

    static CrashSettings ofThisProcess() {
        long seed = Long.getLong("seed", 0);
        return new CrashSettings(
                Path.of(System.getProperty("directory", "target/crash")),
                seed == 0 ? System.nanoTime() & 0xFFFFFF : seed,
                Integer.getInteger("kills", 20),
                Long.getLong("requests", 100_000),
                Integer.getInteger("clients", 8),
                Duration.ofSeconds(Integer.getInteger("pause", 30)),
                Boolean.parseBoolean(System.getProperty("disk", "true")) ? Disk.FILLED : Disk.LEFT_ALONE,
                Duration.ofSeconds(Integer.getInteger("patience", 780)));
    }
}
