package io.steadfast.memberships.store;

import io.steadfast.memberships.core.MembershipId;
import io.steadfast.memberships.core.PlanTerms;
import io.steadfast.memberships.core.Subscription;
import io.steadfast.platform.persistence.Row;
import io.steadfast.programs.core.Plan;
import io.steadfast.programs.core.PlanCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts memberships together from rows of a membership beside one of its facts each. */
final class SubscriptionReading {

    private final Map<UUID, Subscription> read = new LinkedHashMap<>();

    void take(Row row) throws SQLException {
        UUID id = row.id("membership_id");
        Subscription known = read.containsKey(id) ? read.get(id) : agreed(id, row);
        read.put(id, row.optionalText("kind").isEmpty() ? known : fact(row).addedTo(known));
    }

    List<Subscription> all() {
        return List.copyOf(read.values());
    }

    private static Subscription agreed(UUID id, Row row) throws SQLException {
        PlanTerms terms = new PlanTerms(
                Plan.Interval.valueOf(row.text("pay_every")),
                Money.of(row.number("price"), row.text("currency")),
                row.integer("trial_days"),
                row.integer("grace_days"),
                Plan.Renewal.valueOf(row.text("renewal")),
                Plan.PastDue.valueOf(row.text("past_due")),
                Plan.Refund.valueOf(row.text("refund")),
                row.integer("price_notice_days"),
                ZoneId.of(row.text("zone")));
        return new Subscription(
                new MembershipId(id),
                new MemberId(row.id("member_id")),
                new ProgramCode(row.text("program")),
                new PlanCode(row.text("plan")),
                row.integer("version"),
                terms,
                row.instant("started_at"),
                List.of(),
                List.of(),
                List.of());
    }

    private static FactRow fact(Row row) throws SQLException {
        return new FactRow(
                row.text("kind"), row.text("reference"), row.text("payment"), row.instant("at"), row.number("amount"));
    }
}
