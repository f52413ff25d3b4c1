package io.steadfast.bench.measure;

import io.steadfast.bench.product.FaultProxy;
import io.steadfast.bench.product.Product;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How often a call goes to the database and waits, the transaction's own begin and commit included. The product is started
 * anew behind a proxy that counts; the least of several rounds counts, for jobs and the relay ask meanwhile too.
 */
final class RoundTrips implements AutoCloseable {

    private static final int ROUNDS = 5;

    private final FaultProxy proxy;
    private final int calls;

    private RoundTrips(FaultProxy proxy, int calls) {
        this.proxy = proxy;
        this.calls = calls;
    }

    static RoundTrips behind(Product product, int calls) {
        FaultProxy proxy = FaultProxy.before(product.database().port(), 0);
        product.kill();
        product.start(product.database().reachedThrough(proxy.port()));
        return new RoundTrips(proxy, calls);
    }

    double of(Work work) throws Exception {
        List<Double> rounds = new ArrayList<>();
        try (Work.Worker worker = work.open()) {
            for (int round = 0; round <= ROUNDS; round++) {
                long before = proxy.trips();
                for (int call = 0; call < calls; call++) {
                    worker.once();
                }
                // The first round is of a product that has seen nothing yet.
                if (round > 0) {
                    rounds.add((proxy.trips() - before) / (double) calls);
                }
            }
        }
        return Collections.min(rounds);
    }

    @Override
    public void close() {
        proxy.close();
    }
}
