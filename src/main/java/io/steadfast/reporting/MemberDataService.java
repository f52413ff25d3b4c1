package io.steadfast.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.rest.Json;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.reporting.store.MemberReadings;
import io.steadfast.shared.MemberId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a member may ask for: everything that is known of them. */
@Stateless
public class MemberDataService {

    @Inject
    private MemberReadings readings;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Json json;

    /**
     * Rows as JSON objects, by section; empty where there is no such member, or no more. Each look is noted. Refuses
     * NOT_PERMITTED a person who may not erase members either.
     */
    public Optional<Map<String, List<JsonNode>>> of(MemberId member) {
        currentActor.actor().must(Permission.MEMBERS_ERASE);
        Map<String, List<String>> all = readings.all(member);
        if (all.getOrDefault("member", List.of()).stream().allMatch(row -> row.contains("\"status\":\"erased\""))) {
            return Optional.empty();
        }
        audit.record("member.exported", "member", member.toString(), null, null);
        Map<String, List<JsonNode>> sections = new LinkedHashMap<>();
        all.forEach((section, rows) -> sections.put(
                section,
                rows.stream()
                        .map(row -> json.tree(row.getBytes(StandardCharsets.UTF_8)))
                        .toList()));
        return Optional.of(sections);
    }
}
