package io.steadfast.platform.audit.store;

import io.steadfast.platform.audit.AuditLine;
import io.steadfast.platform.persistence.Row;
import io.steadfast.platform.persistence.TenantStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The trail's rows as they are read. */
@ApplicationScoped
public class AuditRows {

    private static final UUID LAST = new UUID(-1L, -1L);
    private static final String COLUMNS =
            "SELECT id, recorded_at, actor_kind, actor_name, address, action, object_kind,"
                    + " object_id, before_json, after_json FROM audit";
    private static final String PAGE = COLUMNS + " WHERE id < ? AND starts_with(action, ?) ORDER BY id DESC LIMIT ?";
    private static final String OF = COLUMNS + " WHERE object_kind = ? AND object_id = ? ORDER BY id DESC LIMIT ?";

    @Inject
    private TenantStore store;

    public List<AuditLine> page(Optional<UUID> before, String action, int limit) {
        return store.sql(PAGE)
                .id(before.orElse(LAST))
                .text(action)
                .number(limit)
                .all(AuditRows::line);
    }

    public List<AuditLine> of(String objectKind, String objectId, int limit) {
        return store.sql(OF).text(objectKind).text(objectId).number(limit).all(AuditRows::line);
    }

    private static AuditLine line(Row row) throws SQLException {
        return new AuditLine(
                row.id("id"),
                row.instant("recorded_at"),
                row.text("actor_kind"),
                row.text("actor_name"),
                row.text("address"),
                row.text("action"),
                row.text("object_kind"),
                row.text("object_id"),
                row.optionalText("before_json"),
                row.optionalText("after_json"));
    }
}
