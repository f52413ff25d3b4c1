package io.steadfast.bench.crash;

import io.steadfast.bench.product.Brand;
import io.steadfast.bench.product.Call;
import io.steadfast.bench.product.HttpLine;
import io.steadfast.bench.product.Reply;
import io.steadfast.bench.product.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A brand's systems: each sends one request after the other and tries it again under its key until it is answered. */
final class Load implements AutoCloseable {

    private static final int READ_MILLIS = 15_000;
    private static final int FIRST_MEMBERS = 40;
    private static final Duration GIVE_UP = Duration.ofMinutes(10);

    private final Brand brand;
    private final int port;
    private final Journal journal;
    private final AtomicLong numbers = new AtomicLong();
    private final List<String> members = new CopyOnWriteArrayList<>();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();
    private volatile @Nullable String failure;

    /** @param port where the product is reached, through whatever lies between */
    Load(Brand brand, int port, Journal journal) {
        this.brand = brand;
        this.port = port;
        this.journal = journal;
    }

    void start(int clients, long seed) {
        for (int client = 0; client < clients; client++) {
            Random random = new Random(seed * 1_000 + client);
            Thread thread = new Thread(() -> work(random), "client-" + client);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** Fails where a client gave up. */
    void demandAlive() {
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }

    /** Returns when every request under way has been answered; says what went wrong where one never was. */
    void stop() {
        stopping.set(true);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        demandAlive();
    }

    /** Sends nothing more, answered or not. */
    @Override
    public void close() {
        stopping.set(true);
        threads.forEach(Thread::interrupt);
    }

    private void work(Random random) {
        Client client = new Client(random);
        try {
            while (!stopping.get()) {
                client.next();
            }
        } catch (RuntimeException broken) {
            failure = String.valueOf(broken);
            stopping.set(true);
        } finally {
            client.hangUp();
        }
    }

    /** One system with its own line and the orders it knows of. */
    private final class Client {

        private final Random random;
        private final List<String> returnable = new ArrayList<>();
        private @Nullable HttpLine line;

        Client(Random random) {
            this.random = random;
        }

        void next() {
            int dice = random.nextInt(100);
            if (members.size() < FIRST_MEMBERS || dice < 5) {
                newMember();
            } else if (dice < 65) {
                order();
            } else if (dice < 80 && !returnable.isEmpty()) {
                giveBack();
            } else {
                redeem();
            }
        }

        private void newMember() {
            String body = "{\"externalId\": \"M-" + numbers.incrementAndGet()
                    + "\", \"enrol\": [{\"program\": \"club\", \"channel\": \"shop\"}]}";
            Reply reply = acknowledged(Request.Kind.MEMBER, "POST", "/members", body);
            members.add(Brand.json(reply.text()).path("id").asText());
        }

        private void order() {
            String path = "/orders/crash/o-" + numbers.incrementAndGet();
            String body = """
                    {"member": {"id": "%s"}, "occurredAt": "%s", "currency": "USD", "status": "paid",
                     "lines": [{"lineId": "1", "sku": "A", "quantity": 4, "amount": %d}]}
                    """.formatted(anyMember(), Instant.now(), 4_000 + random.nextInt(60_000));
            acknowledged(Request.Kind.ORDER, "PUT", path, body);
            returnable.add(path);
        }

        private void giveBack() {
            String path = returnable.remove(random.nextInt(returnable.size()));
            String body = """
                    {"returnId": "r-1", "at": "%s", "lines": [{"lineId": "1", "quantity": %d}]}
                    """.formatted(Instant.now(), 1 + random.nextInt(4));
            acknowledged(Request.Kind.RETURN, "POST", path + "/returns", body);
        }

        private void redeem() {
            String body = "{\"memberId\": \"" + anyMember() + "\", \"reward\": \"voucher-10\"}";
            acknowledged(Request.Kind.REDEMPTION, "POST", "/redemptions", body);
        }

        private String anyMember() {
            return members.get(random.nextInt(members.size()));
        }

        private Reply acknowledged(Request.Kind kind, String method, String path, String body) {
            String key = "key-" + numbers.incrementAndGet();
            Request request = new Request(kind, Call.change(method, "/api/v1" + path, key, body));
            long end = System.nanoTime() + GIVE_UP.toNanos();
            while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
                request.tried();
                Reply reply = tried(request.call);
                if (reply != null && isAnAnswer(reply)) {
                    journal.acknowledged(request, reply);
                    return reply;
                }
                Waiting.pause(Duration.ofMillis(20 + random.nextInt(Math.min(1_000, 50 * request.tries()))));
            }
            throw new IllegalStateException("Never answered: " + method + " " + path);
        }

        private @Nullable Reply tried(Call call) {
            try {
                if (line == null) {
                    line = HttpLine.open(port, brand.key(), READ_MILLIS);
                }
                return line.send(call);
            } catch (IOException lost) {
                hangUp();
                return null;
            }
        }

        /** Not what says: try again; nor what the server says by itself while the product isn't up. */
        private boolean isAnAnswer(Reply reply) {
            boolean again = reply.status() >= 500
                    || !reply.text().startsWith("{")
                    || reply.status() == 429
                    || reply.status() == 409 && reply.text().contains("retryAfter")
                    || reply.status() == 409 && reply.text().contains("IDEMPOTENCY_KEY_IN_PROGRESS");
            return !again;
        }

        void hangUp() {
            if (line != null) {
                line.close();
                line = null;
            }
        }
    }
}
