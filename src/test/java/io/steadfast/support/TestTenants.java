package io.steadfast.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes tenants through the operators' door, outside the server or inside. Each test makes its own. */
public final class TestTenants {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Tests outside and inside count for themselves and all of them meet in one database. */
    private static final String RUN = Long.toString(System.nanoTime() & 0xFFFFFFL, 36);

    private TestTenants() {}

    /** What a fixture starts with: where there is another tenant, leaking shows. */
    public record Two(TestTenant mine, TestTenant other) {}

    /** A sandbox in London that counts in pounds; its clock stands at the present. */
    public static TestTenant make() {
        return make(Map.of());
    }

    /** As {@link #make()}, its clock standing at that instant. */
    public static TestTenant makeAt(Instant now) {
        return make(Map.of("now", now.toString()));
    }

    /** Two sandboxes. */
    public static Two makeTwo() {
        return new Two(make(), make());
    }

    /** As {@link #make()} with other fields of {@code POST /tenants}, as in {@code Map.of("currency", "EUR")}. */
    public static TestTenant make(Map<String, Object> fields) {
        String slug = "t" + RUN + "-" + COUNT.incrementAndGet();
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("slug", slug);
        wanted.put("name", "Brand " + slug);
        wanted.put("sandbox", true);
        wanted.put("currency", "GBP");
        wanted.put("zone", "Europe/London");
        wanted.put("locale", "en");
        wanted.put("owner", Map.of("email", "owner@" + slug + ".test", "name", "Olive Owner"));
        wanted.putAll(fields);
        JsonNode made = Api.operator().post("/tenants", wanted).expect(201).json();
        return new TestTenant(
                slug,
                Secrets.isOne(made.path("apiKey").asText()),
                new TestTenant.Person(
                        made.path("owner").path("email").asText(),
                        Secrets.isOne(made.path("owner").path("password").asText())));
    }
}
