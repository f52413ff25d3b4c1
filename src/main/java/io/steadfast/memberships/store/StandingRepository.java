package io.steadfast.memberships.store;

import io.steadfast.memberships.core.ListWish;
import io.steadfast.memberships.core.MembershipId;
import io.steadfast.memberships.core.MembershipState;
import io.steadfast.memberships.core.Subscription;
import io.steadfast.platform.persistence.Row;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Where each membership stood when it was last looked at. A projection of what was agreed and what happened. */
@Dependent
public class StandingRepository {

    private static final String OPEN =
            "SELECT count(*) AS plans FROM membership_standing WHERE member_id = ? AND state <> 'ENDED'";
    private static final String FIND = """
            SELECT state, covered_until, due_at, seen_at FROM membership_standing WHERE membership_id = ?
            """;
    private static final String KEEP = """
            INSERT INTO membership_standing (membership_id, member_id, program, plan, state, covered_until, due_at, seen_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (membership_id) DO UPDATE
               SET state = excluded.state, covered_until = excluded.covered_until, due_at = excluded.due_at,
                   seen_at = excluded.seen_at
            """;
    private static final String DUE = """
            SELECT membership_id, member_id FROM membership_standing WHERE due_at <= ? ORDER BY due_at, membership_id LIMIT ?
            """;
    private static final String NEXT_DUE = "SELECT min(due_at) AS due_at FROM membership_standing";
    private static final String PAGE = """
            SELECT membership_id FROM membership_standing
             WHERE (?::text IS NULL OR program = ?) AND (?::text IS NULL OR state = ?)
               AND (?::uuid IS NULL OR membership_id < ?)
             ORDER BY membership_id DESC LIMIT ?
            """;
    private static final String COUNTS = """
            SELECT state, count(*) AS members FROM membership_standing
             WHERE ?::text IS NULL OR program = ? GROUP BY state
            """;

    @Inject
    TenantStore store;

    /** Whether a member has a plan that isn't over for good. */
    public boolean isAnyOpen(MemberId member) {
        return store.sql(OPEN)
                        .id(member.value())
                        .one(row -> row.number("plans"))
                        .orElse(0L)
                > 0;
    }

    public Optional<Standing> find(MembershipId id) {
        return store.sql(FIND).id(id.value()).one(StandingRepository::standing);
    }

    public void keep(Subscription subscription, Standing standing) {
        store.sql(KEEP)
                .id(subscription.id().value())
                .id(subscription.member().value())
                .text(subscription.program().value())
                .text(subscription.plan().value())
                .text(standing.state().name())
                .instant(standing.coveredUntil())
                .instant(standing.dueAt())
                .instant(standing.seenAt())
                .run();
    }

    /** Memberships to which something happens by time alone up to an instant, with whose they are; at most so many. */
    public Map<MembershipId, MemberId> due(Instant upTo, int most) {
        Map<MembershipId, MemberId> due = new TreeMap<>();
        store.sql(DUE)
                .instant(upTo)
                .number(most)
                .all(row -> due.put(new MembershipId(row.id("membership_id")), new MemberId(row.id("member_id"))));
        return due;
    }

    public Optional<Instant> nextDue() {
        return store.sql(NEXT_DUE).one(StandingRepository::dueAt).orElseThrow();
    }

    /** The ids of a page, the newest first. */
    public List<MembershipId> page(ListWish wish) {
        Optional<String> program = wish.program().map(code -> code.value());
        Optional<String> state = wish.state().map(MembershipState::name);
        Optional<UUID> before = wish.before().map(MembershipId::value);
        return store.sql(PAGE)
                .text(program)
                .text(program)
                .text(state)
                .text(state)
                .id(before)
                .id(before)
                .number(wish.most())
                .all(row -> new MembershipId(row.id("membership_id")));
    }

    /** How many memberships stand where, as last looked at. */
    public Map<MembershipState, Long> counts(Optional<String> program) {
        Map<MembershipState, Long> counts = new TreeMap<>();
        store.sql(COUNTS)
                .text(program)
                .text(program)
                .all(row -> counts.put(MembershipState.valueOf(row.text("state")), row.number("members")));
        return counts;
    }

    private static Standing standing(Row row) throws SQLException {
        return new Standing(
                MembershipState.valueOf(row.text("state")),
                row.instant("covered_until"),
                dueAt(row),
                row.instant("seen_at"));
    }

    private static Optional<Instant> dueAt(Row row) throws SQLException {
        return row.optionalInstant("due_at");
    }
}
