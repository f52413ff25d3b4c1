package io.steadfast.platform.metrics;

import java.util.concurrent.atomic.AtomicLongArray;

/** How often something happened in each of the last sixty whole seconds. */
final class Rate {

    private static final int SECONDS = 60;

    /** A slot for each second of two minutes, so that the one being written is never one being read. */
    private static final int SLOTS = 2 * SECONDS;

    private final AtomicLongArray counts = new AtomicLongArray(SLOTS);
    private final AtomicLongArray stamps = new AtomicLongArray(SLOTS);

    /** @param second since the epoch */
    void count(long second, long times) {
        int slot = (int) Math.floorMod(second, (long) SLOTS);
        long stamp = stamps.get(slot);
        if (stamp != second && stamps.compareAndSet(slot, stamp, second)) {
            counts.set(slot, 0);
        }
        counts.addAndGet(slot, times);
    }

    /** In all, in the sixty seconds before this one. */
    long inLastMinute(long second) {
        long sum = 0;
        for (long past = second - SECONDS; past < second; past++) {
            int slot = (int) Math.floorMod(past, (long) SLOTS);
            if (stamps.get(slot) == past) {
                sum += counts.get(slot);
            }
        }
        return sum;
    }
}
