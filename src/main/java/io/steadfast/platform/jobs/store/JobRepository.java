package io.steadfast.platform.jobs.store;

import io.steadfast.platform.jobs.Job;
import io.steadfast.platform.jobs.JobLine;
import io.steadfast.platform.jobs.JobStatus;
import io.steadfast.platform.tenancy.ControlStore;
import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The jobs of all tenants. */
@ApplicationScoped
public class JobRepository {

    private static final int LONGEST_PROBLEM = 500;

    private static final String ADD = "INSERT INTO job (id, slug, kind, status, done, failed, created_at)"
            + " VALUES (?, ?, ?, 'queued', 0, 0, ?)";

    private static final String FIND =
            "SELECT id, slug, kind, status, total, done, failed, problem, created_at FROM job" + " WHERE id = ?";

    private static final String LATEST =
            "SELECT id, slug, kind, status, total, done, failed, problem, created_at, started_at, finished_at FROM job"
                    + " WHERE slug = ? ORDER BY created_at DESC, id DESC LIMIT ?";

    private static final String START = "UPDATE job SET status = 'running', started_at = ? WHERE id = ?";

    private static final String ADVANCE = "UPDATE job SET total = ?, done = ?, failed = ? WHERE id = ?";

    private static final String FINISH = "UPDATE job SET status = ?, problem = ?, finished_at = ? WHERE id = ?";

    @Inject
    private ControlStore control;

    public void add(UUID id, TenantSlug slug, String kind, Instant at) {
        control.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ADD)) {
                statement.setObject(1, id);
                statement.setString(2, slug.value());
                statement.setString(3, kind);
                statement.setObject(4, at.atOffset(ZoneOffset.UTC));
                return statement.executeUpdate();
            }
        });
    }

    public Optional<Job> find(UUID id) {
        return control.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setObject(1, id);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(job(row)) : Optional.empty();
                }
            }
        });
    }

    /** A tenant's jobs, the latest first. */
    public List<JobLine> latest(TenantSlug slug, int limit) {
        return control.call(connection -> {
            List<JobLine> lines = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(LATEST)) {
                statement.setString(1, slug.value());
                statement.setInt(2, limit);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        lines.add(new JobLine(job(row), instant(row, "started_at"), instant(row, "finished_at")));
                    }
                }
            }
            return lines;
        });
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    public void start(UUID id, Instant at) {
        control.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(START)) {
                statement.setObject(1, at.atOffset(ZoneOffset.UTC));
                statement.setObject(2, id);
                return statement.executeUpdate();
            }
        });
    }

    /** How far it is; the total where it is known. */
    public void advance(UUID id, Optional<Long> total, long done, long failed) {
        control.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
                statement.setObject(1, total.orElse(null));
                statement.setLong(2, done);
                statement.setLong(3, failed);
                statement.setObject(4, id);
                return statement.executeUpdate();
            }
        });
    }

    /** Ends a job; with a problem it has failed. */
    public void finish(UUID id, Optional<String> problem, Instant at) {
        control.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FINISH)) {
                statement.setString(1, problem.isPresent() ? "failed" : "completed");
                statement.setString(
                        2,
                        problem.map(text -> text.substring(0, Math.min(LONGEST_PROBLEM, text.length())))
                                .orElse(null));
                statement.setObject(3, at.atOffset(ZoneOffset.UTC));
                statement.setObject(4, id);
                return statement.executeUpdate();
            }
        });
    }

    private static Job job(ResultSet row) throws SQLException {
        long total = row.getLong("total");
        Optional<Long> known = row.wasNull() ? Optional.empty() : Optional.of(total);
        return new Job(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("slug")).map(TenantSlug::new),
                row.getString("kind"),
                JobStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                known,
                row.getLong("done"),
                row.getLong("failed"),
                Optional.ofNullable(row.getString("problem")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
