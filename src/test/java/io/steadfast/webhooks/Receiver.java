package io.steadfast.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A tenant's own system that takes webhooks; answers what it is told to. */
public final class Receiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private volatile boolean dropByDrop;

    /** One call as it arrived, whatever was answered. */
    public record Got(HttpHeaders headers, String body, int answered) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException notJson) {
                throw new UncheckedIOException(notJson);
            }
        }

        /** Whether the signature is right for the secret, as the library of Standard Webhooks sees it. */
        public boolean isSignedWith(String secret) {
            try {
                new Webhook(secret).verify(body, headers);
                return true;
            } catch (EmptyWebhookSecretException | WebhookVerificationException wrong) {
                return false;
            }
        }
    }

    private Receiver(HttpServer server) {
        this.server = server;
    }

    public static Receiver open() {
        try {
            Receiver receiver =
                    new Receiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            receiver.server.createContext("/", receiver::take);
            receiver.server.setExecutor(Executors.newFixedThreadPool(4));
            receiver.server.start();
            return receiver;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int answer = status;
        got.add(new Got(HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true), body, answer));
        if (dropByDrop) {
            drip(exchange, answer);
        } else {
            exchange.sendResponseHeaders(answer, -1);
        }
        exchange.close();
    }

    /** A byte each fifth of a second, more bytes than anybody waits for. */
    private static void drip(HttpExchange exchange, int answer) throws IOException {
        exchange.sendResponseHeaders(answer, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int drop = 0; drop < 300; drop++) {
                out.write('.');
                out.flush();
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    public Receiver answeringDropByDrop() {
        dropByDrop = true;
        return this;
    }

    public Receiver answering(int answer) {
        status = answer;
        return this;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
    }

    /** Everything that arrived, in order. */
    public List<Got> got() {
        return List.copyOf(got);
    }

    /** What was answered with 2xx. */
    public List<Got> accepted() {
        return got.stream().filter(one -> one.answered() < 300).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
