package io.steadfast.platform.jobs.store;

import io.steadfast.platform.jobs.KindOfWork;
import io.steadfast.platform.jobs.TenantWork;
import io.steadfast.platform.jobs.WorkHealth;
import io.steadfast.platform.persistence.BoundStatement;
import io.steadfast.platform.persistence.Row;
import io.steadfast.platform.tenancy.ControlStore;
import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the last run of each kind of due work went, tenant by tenant. */
@ApplicationScoped
public class WorkRunRows {

    private static final int LONGEST_PROBLEM = 500;

    private static final String KEEP = """
            INSERT INTO work_run (slug, kind, ran_at, failures, problem) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (slug, kind) DO UPDATE
               SET ran_at = excluded.ran_at, problem = excluded.problem,
                   failures = CASE WHEN excluded.failures = 0 THEN 0 ELSE work_run.failures + 1 END
            """;

    private static final String PAGE = """
            SELECT * FROM (
              SELECT t.slug, t.name, t.status, coalesce(t.clock_now, ?) AS now,
                     (SELECT max(r.ran_at) FROM work_run r WHERE r.slug = t.slug) AS last_run,
                     (SELECT count(*) FROM work_run r WHERE r.slug = t.slug AND r.failures > 0) AS failing,
                     (SELECT min(w.next_due) FROM due_work w WHERE w.slug = t.slug) AS next_due,
                     (SELECT count(*) FROM job j WHERE j.slug = t.slug AND j.status IN ('queued', 'running')) AS open_jobs,
                     (SELECT count(*) FROM job j WHERE j.slug = t.slug AND j.status = 'failed' AND j.created_at > ?)
                       AS failed_jobs
                FROM tenant t
               WHERE t.status <> 'PROVISIONING' AND t.slug > ?) work
             WHERE NOT ? OR failing > 0 OR failed_jobs > 0 OR next_due < now - interval '5 minutes'
             ORDER BY slug LIMIT ?
            """;

    private static final String OF = """
            SELECT coalesce(r.kind, w.kind) AS kind, r.ran_at, coalesce(r.failures, 0) AS failures, r.problem, w.next_due
              FROM (SELECT * FROM work_run WHERE slug = ?) r
              FULL JOIN (SELECT * FROM due_work WHERE slug = ?) w ON w.kind = r.kind
             ORDER BY 1
            """;

    private static final String HEALTH = """
            SELECT r.kind, max(r.ran_at) AS last_run, count(*) AS tenants, count(*) FILTER (WHERE r.failures > 0) AS failing
              FROM work_run r JOIN tenant t ON t.slug = r.slug
             GROUP BY r.kind ORDER BY r.kind
            """;

    @Inject
    private ControlStore control;

    /** @param problem why it failed, in one line; empty after a run that went well */
    public record Run(String kind, Optional<String> problem) {}

    /**
     * Which tenants are wanted.
     *
     * @param troubled only those whose work fails or is late
     * @param jobsSince when failed jobs begin to count
     */
    public record Wanted(Boolean troubled, Optional<TenantSlug> after, Instant jobsSince) {}

    /** Keeps all of them at once. */
    public void keep(TenantSlug slug, List<Run> runs, Instant at) {
        control.call(connection -> {
            BoundStatement statement = BoundStatement.on(connection, KEEP);
            for (Run run : runs) {
                statement
                        .text(slug.value())
                        .text(run.kind())
                        .instant(at)
                        .number(run.problem().isPresent() ? 1 : 0)
                        .text(run.problem().map(text -> text.substring(0, Math.min(LONGEST_PROBLEM, text.length()))))
                        .batch();
            }
            statement.runBatch();
            return runs;
        });
    }

    /** By slug. */
    public List<TenantWork> page(Wanted wanted, Instant realNow, int limit) {
        return control.call(connection -> BoundStatement.on(connection, PAGE)
                .instant(realNow)
                .instant(wanted.jobsSince())
                .text(wanted.after().map(TenantSlug::value).orElse(""))
                .truth(wanted.troubled())
                .number(limit)
                .all(WorkRunRows::tenantWork));
    }

    /** By kind. */
    public List<KindOfWork> of(TenantSlug slug) {
        return control.call(connection -> BoundStatement.on(connection, OF)
                .text(slug.value())
                .text(slug.value())
                .all(row -> new KindOfWork(
                        row.text("kind"),
                        row.optionalInstant("ran_at"),
                        row.optionalInstant("next_due"),
                        row.integer("failures"),
                        row.optionalText("problem"))));
    }

    /** By kind, over all tenants. */
    public List<WorkHealth> health() {
        return control.call(connection -> BoundStatement.on(connection, HEALTH)
                .all(row -> new WorkHealth(
                        row.text("kind"), row.instant("last_run"), row.number("tenants"), row.number("failing"))));
    }

    private static TenantWork tenantWork(Row row) throws SQLException {
        return new TenantWork(
                new TenantSlug(row.text("slug")),
                row.text("name"),
                row.text("status").equals("ACTIVE"),
                row.instant("now"),
                row.optionalInstant("last_run"),
                row.optionalInstant("next_due"),
                row.number("failing"),
                row.number("open_jobs"),
                row.number("failed_jobs"));
    }
}
