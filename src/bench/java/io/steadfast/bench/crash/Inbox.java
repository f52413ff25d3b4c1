package io.steadfast.bench.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.steadfast.bench.product.Brand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The brand's webhook endpoint: takes every event and remembers when each first came. */
final class Inbox implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final Map<String, Long> firstArrivals = new LinkedHashMap<>();
    private long deliveries;

    private Inbox(HttpServer server) {
        this.server = server;
    }

    static Inbox open() {
        try {
            Inbox inbox = new Inbox(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            inbox.server.createContext("/", inbox::take);
            inbox.server.setExecutor(inbox.threads);
            inbox.server.start();
            return inbox;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        JsonNode event = Brand.json(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        synchronized (this) {
            deliveries++;
            firstArrivals.putIfAbsent(event.path("id").asText(), deliveries);
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
    }

    /** Event to the number of its first arrival. */
    synchronized Map<String, Long> firstArrivals() {
        return Map.copyOf(firstArrivals);
    }

    synchronized long deliveries() {
        return deliveries;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
