package io.steadfast.bench.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A live tenant that a harness made, with a key that may do everything. */
public record Brand(Product product, String slug, String key, String schema) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA = "SELECT schema_name FROM steadfast_control.tenant WHERE slug = ?";

    /** Made through the operators' door; counts in dollars, its clock is the real one. */
    public static Brand make(Product product, String slug) {
        String made =
                product.done(Product.PLATFORM_KEY, "POST", "/platform/v1/tenants", """
                {"slug": "%s", "name": "Brand %s", "sandbox": false, "currency": "USD", "zone": "America/New_York",
                 "locale": "en-US", "owner": {"email": "owner@%s.test", "name": "Olive Owner"}}
                """.formatted(slug, slug, slug));
        return new Brand(product, slug, json(made).path("apiKey").asText(), schemaOf(product, slug));
    }

    /** One whose clock stands still until it is moved; counts in dollars. */
    public static Brand sandbox(Product product, String slug, String now) {
        String made = product.done(
                Product.PLATFORM_KEY, "POST", "/platform/v1/tenants", """
                {"slug": "%s", "name": "Brand %s", "sandbox": true, "now": "%s", "currency": "USD",
                 "zone": "America/New_York", "locale": "en-US", "owner": {"email": "owner@%s.test", "name": "Olive Owner"}}
                """.formatted(slug, slug, now, slug));
        return new Brand(product, slug, json(made).path("apiKey").asText(), schemaOf(product, slug));
    }

    private static String schemaOf(Product product, String slug) {
        try (Connection connection = product.database().superuser();
                PreparedStatement statement = connection.prepareStatement(SCHEMA)) {
            statement.setString(1, slug);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Publishes a program made from a template; it judges from the end of this call on. */
    public void publish(String code, String template) {
        post("/programs", "{\"code\": \"" + code + "\", \"template\": \"" + template + "\"}");
        publishDraft(code);
    }

    /** A live tenant's program starts in the future; returns when that has come. */
    private void publishDraft(String code) {
        Instant start = Instant.now().plusSeconds(2);
        post("/programs/" + code + "/draft/publish", "{\"effectiveFrom\": \"" + start + "\"}");
        Waiting.pause(Duration.between(Instant.now(), start.plusMillis(100)));
    }

    /** A call that has to succeed. */
    public JsonNode post(String path, String body) {
        return json(product.done(key, "POST", "/api/v1" + path, body));
    }

    /** A call that has to succeed. */
    public JsonNode put(String path, String body) {
        return json(product.done(key, "PUT", "/api/v1" + path, body));
    }

    /** An answer as it is written. */
    public String get(String path) {
        return product.done(key, Call.get("/api/v1" + path));
    }

    /** Puts a document in the place of the one that stands there now. */
    public void change(String path, String document) {
        try (HttpLine line = product.line(key)) {
            String version = line.send(Call.get("/api/v1" + path)).expected().version();
            line.send(Call.change("PUT", "/api/v1" + path, UUID.randomUUID().toString(), document)
                            .onVersion(version))
                    .expected();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
