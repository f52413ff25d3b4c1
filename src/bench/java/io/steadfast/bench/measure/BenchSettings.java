package io.steadfast.bench.measure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;

/**
 * What is measured, from system properties.
 *
 * @param slice how long one measurement takes; each pair takes four, as A B B A
 * @param warmUp at most; it ends when the rate is stable
 * @param growthTenants tenants of the growth table; 1 leaves it out
 * @param trips how many calls are counted for their round trips; 0 leaves it out
 * @param lots that expire in one night; 0 leaves it out
 */
record BenchSettings(
        Path directory,
        int members,
        int programs,
        Duration slice,
        Duration warmUp,
        int[] connections,
        int growthTenants,
        int lots,
        int trips) {

    private static final int BUSY = 8;

    /** How many connections compared works get: eight, or as many as there are to be. */
    int busy() {
        return Math.min(BUSY, IntStream.of(connections).max().orElse(BUSY));
    }

    static BenchSettings ofThisProcess() {
        String[] connections = System.getProperty("connections", "1,8,16").split(",");
        int[] numbers = new int[connections.length];
        for (int at = 0; at < numbers.length; at++) {
            numbers[at] = Integer.parseInt(connections[at].strip());
        }
        return new BenchSettings(
                Path.of(System.getProperty("directory", "target/bench")),
                Integer.getInteger("members", 200_000),
                Integer.getInteger("programs", 20),
                Duration.ofSeconds(Integer.getInteger("slice", 10)),
                Duration.ofSeconds(Integer.getInteger("warmup", 180)),
                numbers,
                Integer.getInteger("tenants", 10),
                Integer.getInteger("lots", 1_000_000),
                Integer.getInteger("trips", 20));
    }
}
