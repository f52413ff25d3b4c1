package io.steadfast.platform.idempotency.store;

import io.steadfast.platform.persistence.TenantStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code refused_call}; insert only. */
@ApplicationScoped
public class RefusedCallRows {

    private static final String INSERT = """
            INSERT INTO refused_call (refusal_id, member_id, action, bundle, code, details, actor_kind, actor_id, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
            """;

    private static final String OF_MEMBER = """
            SELECT refusal_id, member_id, action, bundle, code, details, actor_kind, actor_id, recorded_at
              FROM refused_call WHERE member_id = ? AND refusal_id < ? ORDER BY refusal_id DESC LIMIT ?
            """;

    @Inject
    private TenantStore store;

    /**
     * One refusal.
     *
     * @param action method and path of the call
     * @param bundle with the texts of its code
     * @param details JSON
     */
    public record Row(
            UUID id,
            @Nullable UUID member,
            String action,
            String bundle,
            String code,
            String details,
            String actorKind,
            String actorId,
            Instant recordedAt) {}

    public void add(Row row) {
        store.send(List.of(INSERT), (statement, first) -> {
            statement.setObject(first, row.id());
            statement.setObject(first + 1, row.member());
            statement.setString(first + 2, row.action());
            statement.setString(first + 3, row.bundle());
            statement.setString(first + 4, row.code());
            statement.setString(first + 5, row.details());
            statement.setString(first + 6, row.actorKind());
            statement.setString(first + 7, row.actorId());
            statement.setObject(first + 8, row.recordedAt().atOffset(ZoneOffset.UTC));
            return first + 9;
        });
    }

    /** A member's refusals before this one, the newest first. */
    public List<Row> ofMember(UUID member, UUID before, int most) {
        return store.ask(
                        List.of(OF_MEMBER),
                        (statement, first) -> {
                            statement.setObject(first, member);
                            statement.setObject(first + 1, before);
                            statement.setInt(first + 2, most);
                            return first + 3;
                        },
                        results -> {
                            List<Row> rows = new ArrayList<>();
                            ResultSet row = results.rows();
                            while (row.next()) {
                                rows.add(new Row(
                                        row.getObject("refusal_id", UUID.class),
                                        row.getObject("member_id", UUID.class),
                                        row.getString("action"),
                                        row.getString("bundle"),
                                        row.getString("code"),
                                        row.getString("details"),
                                        row.getString("actor_kind"),
                                        row.getString("actor_id"),
                                        row.getObject("recorded_at", OffsetDateTime.class)
                                                .toInstant()));
                            }
                            return rows;
                        })
                .get();
    }
}
