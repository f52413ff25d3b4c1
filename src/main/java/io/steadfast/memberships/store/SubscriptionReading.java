package io.steadfast.memberships.store;

import io.steadfast.memberships.core.MembershipId;
import io.steadfast.memberships.core.PlanTerms;
import io.steadfast.memberships.core.Subscription;
import io.steadfast.platform.persistence.Columns;
import io.steadfast.programs.core.Plan;
import io.steadfast.programs.core.PlanCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts memberships together from rows of a membership beside one of its facts each. */
final class SubscriptionReading {

    private final Map<UUID, Subscription> read = new LinkedHashMap<>();

    void take(ResultSet row) throws SQLException {
        UUID id = row.getObject("membership_id", UUID.class);
        Subscription known = read.containsKey(id) ? read.get(id) : agreed(id, row);
        read.put(id, row.getString("kind") == null ? known : fact(row).addedTo(known));
    }

    List<Subscription> all() {
        return List.copyOf(read.values());
    }

    private static Subscription agreed(UUID id, ResultSet row) throws SQLException {
        PlanTerms terms = new PlanTerms(
                Plan.Interval.valueOf(row.getString("pay_every")),
                Money.of(row.getLong("price"), row.getString("currency")),
                row.getInt("trial_days"),
                row.getInt("grace_days"),
                Plan.Renewal.valueOf(row.getString("renewal")),
                Plan.PastDue.valueOf(row.getString("past_due")),
                Plan.Refund.valueOf(row.getString("refund")),
                row.getInt("price_notice_days"),
                ZoneId.of(row.getString("zone")));
        return new Subscription(
                new MembershipId(id),
                new MemberId(Columns.id(row, "member_id")),
                new ProgramCode(row.getString("program")),
                new PlanCode(row.getString("plan")),
                row.getInt("version"),
                terms,
                Columns.instant(row, "started_at"),
                List.of(),
                List.of(),
                List.of());
    }

    private static FactRow fact(ResultSet row) throws SQLException {
        return new FactRow(
                row.getString("kind"),
                row.getString("reference"),
                row.getString("payment"),
                Columns.instant(row, "at"),
                row.getLong("amount"));
    }
}
