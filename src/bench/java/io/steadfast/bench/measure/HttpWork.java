package io.steadfast.bench.measure;

import io.steadfast.bench.product.Brand;
import io.steadfast.bench.product.Call;
import io.steadfast.bench.product.HttpLine;
import io.steadfast.bench.product.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** A kind of call, made over HTTP as a till makes it. */
final class HttpWork implements Work {

    private static final int READ_MILLIS = 60_000;
    private static final int BATCH = 100;
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final Brand brand;
    private final Function<Random, Call> calls;
    private final int port;

    private HttpWork(Brand brand, Function<Random, Call> calls) {
        this.brand = brand;
        this.calls = calls;
        this.port = brand.product().port();
    }

    static HttpWork orders(Crowd crowd) {
        return new HttpWork(crowd.brand(), random -> order(crowd.any(random), random));
    }

    /** Each for another one of the crowds, on the same connection. */
    static HttpWork ordersAmong(List<Crowd> crowds) {
        return new HttpWork(crowds.get(0).brand(), random -> {
            Crowd crowd = crowds.get(random.nextInt(crowds.size()));
            return order(crowd.any(random), random).as(crowd.brand().key());
        });
    }

    static HttpWork ordersOf(Crowd crowd, int member) {
        return new HttpWork(crowd.brand(), random -> order(crowd.id(member), random));
    }

    static HttpWork redemptions(Crowd crowd) {
        return new HttpWork(
                crowd.brand(),
                random -> change(
                        "POST",
                        "/redemptions",
                        "{\"memberId\": \"" + crowd.any(random) + "\", \"reward\": \"voucher-10\"}"));
    }

    static HttpWork lookups(Crowd crowd) {
        return new HttpWork(
                crowd.brand(),
                random -> Call.get("/api/v1/members?externalId=" + crowd.externalId(random.nextInt(crowd.size()))));
    }

    static HttpWork balances(Crowd crowd) {
        return new HttpWork(crowd.brand(), random -> Call.get("/api/v1/members/" + crowd.any(random) + "/balance"));
    }

    static HttpWork batches(Crowd crowd) {
        return new HttpWork(crowd.brand(), random -> {
            StringBuilder orders = new StringBuilder("{\"orders\": [");
            for (int at = 0; at < BATCH; at++) {
                orders.append(at == 0 ? "" : ", ")
                        .append("{\"source\": \"bench\", \"reference\": \"b-")
                        .append(NUMBERS.incrementAndGet())
                        .append("\", ")
                        .append(state(crowd.any(random), random));
            }
            return change("POST", "/orders/batch", orders.append("]}").toString());
        });
    }

    private static Call order(UUID member, Random random) {
        return change("PUT", "/orders/bench/o-" + NUMBERS.incrementAndGet(), "{" + state(member, random));
    }

    private static String state(UUID member, Random random) {
        return """
                "member": {"id": "%s"}, "occurredAt": "%s", "currency": "USD", "status": "paid",
                "lines": [{"lineId": "1", "sku": "A", "quantity": 2, "amount": %d}]}
                """.formatted(member, Instant.now(), 2_000 + random.nextInt(8_000));
    }

    private static Call change(String method, String path, String body) {
        return Call.change(method, "/api/v1" + path, "bench-" + NUMBERS.incrementAndGet(), body);
    }

    @Override
    public Worker open() throws Exception {
        HttpLine line = HttpLine.open(port, brand.key(), READ_MILLIS);
        Random random = new Random(NUMBERS.incrementAndGet());
        return new Worker() {
            @Override
            public void once() throws Exception {
                Reply reply = line.send(calls.apply(random));
                if (!reply.isGood()) {
                    throw new IllegalStateException(reply.status() + " " + reply.text());
                }
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }
}
