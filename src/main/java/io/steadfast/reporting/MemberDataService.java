package io.steadfast.reporting;

import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.reporting.store.MemberReadings;
import io.steadfast.shared.MemberId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
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

    /** Rows as JSON objects, by section; empty where there is no such member, or no more. Each look is noted. */
    public Optional<Map<String, List<String>>> of(MemberId member) {
        Map<String, List<String>> all = readings.all(member);
        if (all.getOrDefault("member", List.of()).stream().allMatch(row -> row.contains("\"status\":\"erased\""))) {
            return Optional.empty();
        }
        audit.record("member.exported", "member", member.toString(), null, null);
        return Optional.of(all);
    }
}
