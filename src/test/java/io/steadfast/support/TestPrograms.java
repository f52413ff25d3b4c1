package io.steadfast.support;

import java.time.Instant;
import java.util.Map;

/** Publishes programs for tests, over the API as a tenant does. */
public final class TestPrograms {

    private TestPrograms() {}

    /** A program made from a template, as in {@code P1}, that judges from an instant on. */
    public static void publish(TestTenant tenant, String code, String template, Instant effectiveFrom) {
        tenant.api()
                .post("/programs", Map.of("code", code, "template", template))
                .expect(201);
        tenant.api()
                .post("/programs/" + code + "/draft/publish", Map.of("effectiveFrom", effectiveFrom.toString()))
                .expect(201);
    }

    /** A sandbox whose clock stands at an instant, with the program {@code club} from a template. */
    public static TestTenant sandboxWith(Instant now, String template, Instant effectiveFrom) {
        TestTenant tenant = TestTenants.makeAt(now);
        publish(tenant, "club", template, effectiveFrom);
        return tenant;
    }

    /** A live tenant whose phones may be written as in the United Kingdom. */
    public static TestTenant live() {
        return TestTenants.make(Map.of("sandbox", false, "locale", "en-GB"));
    }
}
