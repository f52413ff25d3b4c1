package io.steadfast.accrual;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An activity as a system of the tenant reports it. */
public record ReportedActivity(
        String type,
        String source,
        String reference,
        NamedMember member,
        Instant occurredAt,
        Map<String, List<String>> attributes) {

    public ReportedActivity {
        attributes = Map.copyOf(attributes);
    }
}
