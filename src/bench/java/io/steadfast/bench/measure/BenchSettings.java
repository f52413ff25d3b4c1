package io.steadfast.bench.measure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is measured, from system properties.
 *
 * @param slice how long one measurement takes; each pair takes four, as A B B A
 * @param warmUp at most; it ends when the rate is stable
 * @param growthTenants tenants of the growth table, a comparison for each number
 * @param jobs lots that expire, rows of files and members who are reviewed
 * @param entries of the members who have many
 * @param trips how many calls are counted for their round trips
 */
record BenchSettings(
        Path directory,
        int members,
        int programs,
        Duration slice,
        Duration warmUp,
        int[] connections,
        int[] growthTenants,
        int jobs,
        int entries,
        int trips,
        Set<Part> parts) {

    private static final int BUSY = 8;

    /** How many connections compared works get: eight, or as many as there are to be. */
    int busy() {
        return Math.min(BUSY, IntStream.of(connections).max().orElse(BUSY));
    }

    static BenchSettings ofThisProcess() {
        return new BenchSettings(
                Path.of(System.getProperty("directory", "target/bench")),
                Integer.getInteger("members", 200_000),
                Integer.getInteger("programs", 20),
                Duration.ofSeconds(Integer.getInteger("slice", 10)),
                Duration.ofSeconds(Integer.getInteger("warmup", 180)),
                numbers("connections", "1,8,16"),
                numbers("tenants", "10,1000"),
                Integer.getInteger("jobs", 1_000_000),
                Integer.getInteger("entries", 10_000),
                Integer.getInteger("trips", 20),
                Part.read(System.getProperty("parts", "all")));
    }

    private static int[] numbers(String name, String otherwise) {
        return Stream.of(System.getProperty(name, otherwise).split(","))
                .mapToInt(text -> Integer.parseInt(text.strip()))
                .toArray();
    }
}
