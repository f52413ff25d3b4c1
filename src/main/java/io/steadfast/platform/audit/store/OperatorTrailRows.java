package io.steadfast.platform.audit.store;

import io.steadfast.platform.audit.OperatorLine;
import io.steadfast.platform.persistence.BoundStatement;
import io.steadfast.platform.persistence.Row;
import io.steadfast.platform.tenancy.ControlStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The operators' trail in the control schema: rows are added and read, never changed. */
@ApplicationScoped
public class OperatorTrailRows {

    private static final UUID LAST = new UUID(-1L, -1L);
    private static final String ADD =
            "INSERT INTO operator_trail (id, recorded_at, actor_kind, actor_id, actor_name, address, action, object_kind,"
                    + " object_id, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String COLUMNS =
            "SELECT id, recorded_at, actor_kind, actor_id, actor_name, address, action, object_kind, object_id, reason"
                    + " FROM operator_trail";
    private static final String PAGE = COLUMNS + " WHERE id < ? ORDER BY id DESC LIMIT ?";
    private static final String OF = COLUMNS + " WHERE object_kind = ? AND object_id = ? ORDER BY id DESC LIMIT ?";

    @Inject
    private ControlStore control;

    public void add(OperatorLine line) {
        control.call(connection -> BoundStatement.on(connection, ADD)
                .id(line.id())
                .instant(line.at())
                .text(line.actorKind())
                .text(line.actorId())
                .text(line.actorName())
                .text(line.address())
                .text(line.action())
                .text(line.objectKind())
                .text(line.objectId())
                .text(line.reason())
                .run());
    }

    /** The latest first. */
    public List<OperatorLine> page(Optional<UUID> before, int limit) {
        return control.call(connection -> BoundStatement.on(connection, PAGE)
                .id(before.orElse(LAST))
                .number(limit)
                .all(OperatorTrailRows::line));
    }

    public List<OperatorLine> of(String objectKind, String objectId, int limit) {
        return control.call(connection -> BoundStatement.on(connection, OF)
                .text(objectKind)
                .text(objectId)
                .number(limit)
                .all(OperatorTrailRows::line));
    }

    private static OperatorLine line(Row row) throws SQLException {
        return new OperatorLine(
                row.id("id"),
                row.instant("recorded_at"),
                row.text("actor_kind"),
                row.text("actor_id"),
                row.text("actor_name"),
                row.text("address"),
                row.text("action"),
                row.text("object_kind"),
                row.text("object_id"),
                row.optionalText("reason"));
    }
}
