package io.steadfast.platform.jobs.store;

import io.steadfast.platform.tenancy.ControlStore;
import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When each tenant's next due work of each kind is; jobs and clock moves write here, and who brings work about. */
@ApplicationScoped
public class DueWorkRepository {

    private static final int LIMIT = 1000;

    private static final String PUT = "INSERT INTO due_work (slug, kind, next_due) VALUES (?, ?, ?)"
            + " ON CONFLICT (slug, kind) DO UPDATE SET next_due = EXCLUDED.next_due";

    private static final String PUT_EARLIER = "INSERT INTO due_work AS w (slug, kind, next_due) VALUES (?, ?, ?)"
            + " ON CONFLICT (slug, kind) DO UPDATE SET next_due = least(w.next_due, EXCLUDED.next_due)";

    private static final String REMOVE = "DELETE FROM due_work WHERE slug = ? AND kind = ?";

    private static final String DUE = "SELECT DISTINCT w.slug FROM due_work w JOIN tenant t ON t.slug = w.slug"
            + " WHERE t.status = 'ACTIVE' AND w.next_due <= coalesce(t.clock_now, ?) ORDER BY w.slug LIMIT " + LIMIT;

    private static final String OLDEST = "SELECT min(next_due) FROM due_work WHERE slug = ?";

    @Inject
    private ControlStore control;

    /** Notes when this kind falls due next; nothing in sight removes the row. */
    public void put(TenantSlug slug, String kind, Optional<Instant> nextDue) {
        control.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(nextDue.isPresent() ? PUT : REMOVE)) {
                statement.setString(1, slug.value());
                statement.setString(2, kind);
                if (nextDue.isPresent()) {
                    statement.setObject(3, nextDue.get().atOffset(ZoneOffset.UTC));
                }
                return statement.executeUpdate();
            }
        });
    }

    /** Notes that this kind falls due at that instant at the latest. */
    public void putEarlier(TenantSlug slug, String kind, Instant due) {
        control.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(PUT_EARLIER)) {
                statement.setString(1, slug.value());
                statement.setString(2, kind);
                statement.setObject(3, due.atOffset(ZoneOffset.UTC));
                return statement.executeUpdate();
            }
        });
    }

    /** When the tenant's next work falls due, or fell. */
    public Optional<Instant> oldest(TenantSlug slug) {
        return control.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(OLDEST)) {
                statement.setString(1, slug.value());
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant);
                }
            }
        });
    }

    /** The tenants that have something due by their own clocks, in order. */
    public List<TenantSlug> due(Instant realNow) {
        return control.call(connection -> {
            List<TenantSlug> slugs = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(DUE)) {
                OffsetDateTime now = realNow.atOffset(ZoneOffset.UTC);
                statement.setObject(1, now);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        slugs.add(new TenantSlug(rows.getString(1)));
                    }
                }
            }
            return slugs;
        });
    }
}
