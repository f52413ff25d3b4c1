package io.steadfast.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;

/** A tenant that a test made for itself, with a key that may do everything and an owner with a password. */
public record TestTenant(String slug, String apiKey, Person owner) {

    /** Someone who can sign in. */
    public record Person(String email, String password) {}

    /** The tenant's system, with every scope. */
    public Api api() {
        return Api.withKey(apiKey);
    }

    /** The tenant's system with a key that has these scopes only, as in {@code orders:write}. */
    public Api apiWith(String... scopes) {
        JsonNode key = Api.operator()
                .post("/tenants/" + slug + "/keys", Map.of("label", "narrow", "scopes", List.of(scopes)))
                .expect(201)
                .json();
        return Api.withKey(Secrets.isOne(key.path("apiKey").asText()));
    }

    /** A further person with a role, as in {@code MARKETER}, and for store roles the stores' codes. */
    public Person person(String role, String... stores) {
        String email = role.toLowerCase(Locale.ROOT).replace('_', '-') + "@" + slug + ".test";
        JsonNode made = Api.root()
                .get(TestPeople.PATH + "?tenant=" + slug + "&role=" + role + "&stores=" + String.join(",", stores)
                        + "&email=" + URLEncoder.encode(email, StandardCharsets.UTF_8))
                .expect(200)
                .json();
        return new Person(email, Secrets.isOne(made.path("password").asText()));
    }

    /** Moves a sandbox's clock and returns when everything due by then has happened. */
    public void moveClock(Instant now) {
        JsonNode job = Api.operator()
                .put("/tenants/" + slug + "/clock", Map.of("now", now.toString()))
                .expect(202)
                .json();
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> isOver(job.path("id").asText()));
    }

    private static boolean isOver(String job) {
        JsonNode now = Api.operator().get("/jobs/" + job).expect(200).json();
        String status = now.path("status").asText();
        if ("failed".equalsIgnoreCase(status)) {
            throw new AssertionError("The clock's job failed: " + now);
        }
        return "completed".equalsIgnoreCase(status);
    }
}
