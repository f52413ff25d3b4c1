package io.steadfast.webhooks.store;

import io.steadfast.platform.outbox.OutboxEvent;
import io.steadfast.platform.persistence.BoundStatement;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.persistence.Row;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import io.steadfast.webhooks.core.Claimed;
import io.steadfast.webhooks.core.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is on its way: rows of {@code webhook_delivery} as the relay makes, claims and settles them. */
@ApplicationScoped
public class DeliveryStore {

    /** The lane of events of no member. */
    private static final UUID NOBODY = new UUID(0, 0);

    private static final String INSERT = "INSERT INTO webhook_delivery (delivery_id, endpoint_id, event_id, seq, lane,"
            + " type, status, attempts, due_at, created_at) VALUES (?, ?, ?, ?, ?, ?, 'PENDING', 0, ?, ?)"
            + " ON CONFLICT (endpoint_id, event_id) DO NOTHING";

    /** An endpoint whose secret can't be opened waits, and holds up no other. */
    private static final String HEADS = """
            FROM webhook_delivery h JOIN webhook_endpoint n ON n.endpoint_id = h.endpoint_id AND n.status = 'ACTIVE'
             WHERE h.status = 'PENDING' AND (h.claimed_until IS NULL OR h.claimed_until < ?)
               AND NOT EXISTS (SELECT 1 FROM webhook_delivery b
                                WHERE b.endpoint_id = h.endpoint_id AND b.lane = h.lane AND b.status = 'PENDING'
                                  AND b.seq < h.seq)
               AND (n.secret_key IS NULL OR n.secret_key = ANY (?))
            """;

    private static final String CLAIM = "WITH heads AS (SELECT h.delivery_id " + HEADS + """
               AND h.due_at <= ? ORDER BY h.due_at, h.seq LIMIT ? FOR UPDATE OF h SKIP LOCKED)
            UPDATE webhook_delivery d SET claimed_until = ?
              FROM heads, webhook_endpoint n
             WHERE d.delivery_id = heads.delivery_id AND n.endpoint_id = d.endpoint_id
            RETURNING d.delivery_id, d.event_id, d.endpoint_id, n.url, n.secret, n.secret_key,
                      CASE WHEN n.former_secret_ends > ? THEN n.former_secret END AS former_secret, n.former_secret_key,
                      d.lane, d.body, d.attempts, d.claimed_until
            """;

    private static final String NEXT_DUE = "SELECT min(h.due_at) AS due_at " + HEADS;

    private static final String OLDEST =
            "SELECT min(created_at) AS created_at FROM webhook_delivery WHERE status = 'PENDING'";

    private static final String ATTEMPT = "INSERT INTO webhook_attempt (delivery_id, no, sent_at, millis, http_status,"
            + " trouble) SELECT d.delivery_id, coalesce((SELECT max(a.no) FROM webhook_attempt a"
            + " WHERE a.delivery_id = d.delivery_id), 0) + 1, ?, ?, ?, ? FROM webhook_delivery d WHERE d.delivery_id = ?";

    private static final String SETTLE = "UPDATE webhook_delivery SET status = ?, attempts = attempts + 1, due_at = ?,"
            + " claimed_until = NULL, body = coalesce(body, ?) WHERE delivery_id = ? AND status = 'PENDING' AND claimed_until = ?";

    private static final String HOLDS =
            "SELECT delivery_id FROM webhook_delivery WHERE delivery_id = ? AND claimed_until = ?";

    private static final String FORGET = "UPDATE webhook_delivery SET body = NULL WHERE lane = ? AND body IS NOT NULL";

    private static final String AGAIN = "UPDATE webhook_delivery SET status = 'PENDING', attempts = 0, due_at = ?,"
            + " claimed_until = NULL WHERE delivery_id = ? AND status <> 'PENDING'";

    @Inject
    private TenantStore store;

    @Inject
    private EndpointSecrets secrets;

    /** One delivery of the event to each endpoint, due at once. */
    public void add(OutboxEvent event, List<UUID> endpoints, Instant now) {
        BoundStatement rows = store.sql(INSERT);
        for (UUID endpoint : endpoints) {
            rows.id(Ids.next())
                    .id(endpoint)
                    .id(event.id())
                    .number(event.seq())
                    .id(event.member().map(MemberId::value).orElse(NOBODY))
                    .text(event.type())
                    .instant(event.happenedAt())
                    .instant(now)
                    .batch();
        }
        rows.runBatch();
    }

    /**
     * Takes the first of each lane that is due, for one sender.
     *
     * @param due the tenant's instant
     * @param now real time
     * @param until real time after which another sender may take it
     */
    public List<Claimed> claim(Instant due, Instant now, Instant until, int limit) {
        return store.sql(CLAIM)
                .instant(now)
                .texts(secrets.known())
                .instant(due)
                .number(limit)
                .instant(until)
                .instant(now)
                .all(this::claimed);
    }

    private Claimed claimed(Row row) throws SQLException {
        UUID endpoint = row.id("endpoint_id");
        List<byte[]> opened = new ArrayList<>();
        opened.add(secrets.opened(endpoint, row.bytes("secret"), row.optionalText("secret_key")));
        Optional<byte[]> former = row.optionalBytes("former_secret");
        Optional<String> key = row.optionalText("former_secret_key");
        if (former.isPresent() && key.map(secrets.known()::contains).orElse(true)) {
            opened.add(secrets.opened(endpoint, former.get(), key));
        }
        return new Claimed(
                row.id("delivery_id"),
                row.id("event_id"),
                row.text("url"),
                opened,
                Optional.of(row.id("lane")).filter(lane -> !lane.equals(NOBODY)),
                row.optionalText("body"),
                row.integer("attempts"),
                row.instant("claimed_until"));
    }

    /** When the first delivery falls due that nobody is sending, by the tenant's clock. */
    public Optional<Instant> nextDue(Instant now) {
        return store.sql(NEXT_DUE)
                .instant(now)
                .texts(secrets.known())
                .one(row -> row.optionalInstant("due_at"))
                .flatMap(due -> due);
    }

    /** When the oldest delivery was made that is neither done nor given up; real time. */
    public Optional<Instant> oldestPending() {
        return store.sql(OLDEST).one(row -> row.optionalInstant("created_at")).flatMap(made -> made);
    }

    /** Whether the claim is still the one that stands. */
    public boolean holds(Claimed claimed) {
        return store.sql(HOLDS)
                .id(claimed.delivery())
                .instant(claimed.until())
                .one(row -> row.id("delivery_id"))
                .isPresent();
    }

    /**
     * Writes down a try and what follows from it.
     *
     * @return false, and nothing is written, where another sender took the delivery over meanwhile
     */
    public boolean settle(Claimed claimed, Delivery.Attempt attempt, Delivery.Status status, Instant dueAt) {
        int settled = store.sql(SETTLE)
                .text(status.name())
                .instant(dueAt)
                .text(claimed.body())
                .id(claimed.delivery())
                .instant(claimed.until())
                .run();
        if (settled == 0) {
            return false;
        }
        store.sql(ATTEMPT)
                .instant(attempt.sentAt())
                .number(attempt.millis())
                .number(attempt.httpStatus().map(Integer::longValue))
                .text(attempt.trouble())
                .id(claimed.delivery())
                .run();
        return true;
    }

    /** Puts one that is over back in line; false when it waits already. */
    public boolean again(UUID delivery, Instant dueAt) {
        return store.sql(AGAIN).instant(dueAt).id(delivery).run() == 1;
    }

    /** Takes away what was sent about a member; what is sent again is made anew. */
    public void forget(MemberId member) {
        store.sql(FORGET).id(member.value()).run();
    }
}
