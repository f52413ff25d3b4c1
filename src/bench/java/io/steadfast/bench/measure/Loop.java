package io.steadfast.bench.measure;

import io.steadfast.bench.product.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;

/** Runs work on some connections, closed (the next begins when one ends) or open (each begins at its own time). */
final class Loop {

    private static final double MICROS = 1_000.0;

    private Loop() {}

    /**
     * What a loop came to.
     *
     * @param rate a second
     * @param p50 microseconds, as are the others
     */
    record Result(long done, double rate, double p50, double p99, double p999) {}

    static Result closed(Work work, int connections, Duration time) throws Exception {
        return run(work, connections, 0, waiting(time));
    }

    /** Latency counts from when an operation was due, so that a stall is felt by all that were due in it. */
    static Result open(Work work, int connections, Duration time, double rate) throws Exception {
        return run(work, connections, rate, waiting(time));
    }

    /**
     * What something took, and the loop beside it.
     *
     * @param seconds of the thing alone
     */
    record Beside(double seconds, Result meanwhile) {}

    /** As {@link #open}, for as long as something else takes. */
    static Beside beside(Work work, int connections, double rate, Callable<?> other) throws Exception {
        AtomicLong nanos = new AtomicLong();
        Result meanwhile = run(work, connections, rate, () -> {
            long begin = System.nanoTime();
            other.call();
            nanos.set(System.nanoTime() - begin);
            return nanos;
        });
        return new Beside(nanos.get() / 1e9, meanwhile);
    }

    private static Callable<?> waiting(Duration time) {
        return () -> {
            Waiting.pause(time);
            return time;
        };
    }

    private static Result run(Work work, int connections, double rate, Callable<?> during) throws Exception {
        AtomicLong tickets = new AtomicLong();
        AtomicReference<Exception> failure = new AtomicReference<>();
        List<long[]> latencies = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        long begin = System.nanoTime();
        AtomicLong end = new AtomicLong(Long.MAX_VALUE);
        for (int connection = 0; connection < connections; connection++) {
            Thread thread = new Thread(() -> {
                try (Work.Worker worker = work.open()) {
                    long[] mine = share(worker, tickets, rate, begin, end);
                    synchronized (latencies) {
                        latencies.add(mine);
                    }
                } catch (Exception broken) {
                    failure.compareAndSet(null, broken);
                }
            });
            threads.add(thread);
            thread.start();
        }
        try {
            during.call();
        } finally {
            end.set(System.nanoTime());
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return result(latencies, seconds);
    }

    private static long[] share(Work.Worker worker, AtomicLong tickets, double rate, long begin, AtomicLong end)
            throws Exception {
        LongStream.Builder latencies = LongStream.builder();
        while (true) {
            long due = rate > 0 ? begin + (long) (tickets.getAndIncrement() * 1e9 / rate) : System.nanoTime();
            if (due >= end.get()) {
                return latencies.build().toArray();
            }
            long early = due - System.nanoTime();
            if (early > 0) {
                Waiting.pause(Duration.ofNanos(early));
            }
            worker.once();
            latencies.add(System.nanoTime() - due);
        }
    }

    private static Result result(List<long[]> latencies, double seconds) {
        long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Result(all.length, all.length / seconds, at(all, 0.5), at(all, 0.99), at(all, 0.999));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / MICROS;
    }
}
