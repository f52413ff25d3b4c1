package io.steadfast.bench.measure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Measures pairs in the order A B B A, so that a machine that grows slower or faster favours neither. */
final class Pairs {

    private static final double STABLE = 0.05;

    private final Meter meter;
    private final Duration slice;

    Pairs(Meter meter, Duration slice) {
        this.meter = meter;
        this.slice = slice;
    }

    /** Works until three windows in a row differ by less than a twentieth, or the time is over; the last rate. */
    double warmUp(Work work, int connections, Duration most) throws Exception {
        long end = System.nanoTime() + most.toNanos();
        double before = 0;
        double last = Loop.closed(work, connections, slice).rate();
        while (System.nanoTime() < end) {
            double next = Loop.closed(work, connections, slice).rate();
            boolean stable = differs(next, last) < STABLE && differs(last, before) < STABLE;
            before = last;
            last = next;
            if (stable) {
                break;
            }
        }
        return last;
    }

    private static double differs(double one, double other) {
        return Math.abs(one - other) / Math.max(one, other);
    }

    /** The product beside its floor, and the product alone at half its rate. */
    Row measure(String what, int connections, Work product, Optional<Work> floor) throws Exception {
        Sum a = new Sum();
        Sum b = new Sum();
        a.add(product, connections);
        if (floor.isPresent()) {
            b.add(floor.get(), connections);
            b.add(floor.get(), connections);
        }
        a.add(product, connections);
        Loop.Result half =
                Loop.open(product, connections, slice, Math.max(1, a.side().rate() / 2));
        return new Row(what, connections, a.side(), floor.isPresent() ? b.side() : Row.Side.NONE, List.of(half));
    }

    /** One work beside another, without latencies. */
    Row compare(String what, int connections, Work one, Work other) throws Exception {
        Sum a = new Sum();
        Sum b = new Sum();
        a.add(one, connections);
        b.add(other, connections);
        b.add(other, connections);
        a.add(one, connections);
        return new Row(what, connections, a.side(), b.side(), List.of());
    }

    /** The slices of one side. */
    private final class Sum {

        private long operations;
        private double seconds;
        private Meter.Reading used = new Meter.Reading(0, 0, 0);

        void add(Work work, int connections) throws Exception {
            Meter.Reading before = meter.read();
            Loop.Result result = Loop.closed(work, connections, slice);
            used = used.plus(meter.read().since(before));
            operations += result.done();
            seconds += result.done() / Math.max(0.001, result.rate());
        }

        Row.Side side() {
            return Row.Side.of(operations, seconds, used);
        }
    }
}
