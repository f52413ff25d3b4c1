package io.steadfast.tenants;

import io.steadfast.platform.audit.OperatorLine;
import io.steadfast.platform.audit.OperatorTrail;
import io.steadfast.platform.jobs.TenantWork;
import io.steadfast.platform.jobs.WorkBoard;
import io.steadfast.platform.jobs.WorkHealth;
import io.steadfast.platform.metrics.LagBoard;
import io.steadfast.platform.tenancy.DatabaseReport;
import io.steadfast.platform.tenancy.SchemaCounts;
import io.steadfast.platform.tenancy.TenantRegister;
import io.steadfast.shared.TenantSlug;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How the platform is, for those who run it: read from the control schema and this node, never from a tenant's tables. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PlatformHealthService {

    @Inject
    private DatabaseReport database;

    @Inject
    private SchemaCounts schemas;

    @Inject
    private TenantRegister register;

    @Inject
    private LagBoard lags;

    @Inject
    private WorkBoard work;

    @Inject
    private OperatorTrail trail;

    /** Empty when it doesn't answer. */
    public Optional<DatabaseReport.State> database() {
        return database.look();
    }

    /** How many tenants are at which version of their schema. */
    public Map<String, Long> schemas() {
        return schemas.byVersion();
    }

    /** The version this program brings every schema to. */
    public String codeVersion() {
        return register.codeVersion();
    }

    /** How far work lagged when this node looked last, in any tenant; empty in the first half minute after a start. */
    public Optional<LagBoard.Look> lags() {
        return lags.last();
    }

    /** Every kind of due work, over all tenants. */
    public List<WorkHealth> work() {
        return work.health();
    }

    /** How the work of each tenant goes, by slug. */
    public List<TenantWork> tenants(Optional<TenantSlug> after, int limit) {
        return work.page(after, limit);
    }

    /** The same of those alone whose work fails or is late. */
    public List<TenantWork> troubled(Optional<TenantSlug> after, int limit) {
        return work.troubled(after, limit);
    }

    /** What operators did before the row given, the latest first. */
    public List<OperatorLine> trail(Optional<UUID> before, int limit) {
        return trail.page(before, limit);
    }
}
