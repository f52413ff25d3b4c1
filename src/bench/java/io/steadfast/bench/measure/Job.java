package io.steadfast.bench.measure;

import java.util.concurrent.Callable;

/**
 * A long piece of work beside the same rows written by set-based SQL, both while orders of another tenant come in at a
 * steady rate, and what those feel of it.
 *
 * @param steps lots, members or orders
 * @param product seconds, as is the floor
 * @param idle 99 of 100 orders took less while nothing else was done, in microseconds; the busy ones while the product worked,
 *     those beside the floor while it did
 */
record Job(String what, int steps, double product, double floor, double idle, double busy, double besideFloor) {

    String line() {
        return String.format(
                "%-28s %8d: %7.1f s, set-based SQL %7.1f s, ratio %5.2f; orders' p99 %6.0f us idle, %6.0f us meanwhile,"
                        + " ratio %5.2f (beside the SQL %5.2f)",
                what, steps, product, floor, product / floor, idle, busy, busy / idle, besideFloor / idle);
    }

    /** Measures jobs beside orders. */
    static final class Watch {

        private static final int CONNECTIONS = 8;

        private final Work orders;
        private final double rate;
        private final double idle;

        /** @param rate of the orders that come in meanwhile, a second */
        Watch(Work orders, double rate, java.time.Duration slice) throws Exception {
            this.orders = orders;
            this.rate = rate;
            this.idle = Loop.open(orders, CONNECTIONS, slice, rate).p99();
        }

        Job measure(String what, int steps, Callable<?> product, Callable<?> floor) throws Exception {
            Loop.Beside sql = Loop.beside(orders, CONNECTIONS, rate, floor);
            Loop.Beside job = Loop.beside(orders, CONNECTIONS, rate, product);
            return new Job(
                    what,
                    steps,
                    job.seconds(),
                    sql.seconds(),
                    idle,
                    job.meanwhile().p99(),
                    sql.meanwhile().p99());
        }
    }
}
