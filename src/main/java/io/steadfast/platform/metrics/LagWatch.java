package io.steadfast.platform.metrics;

import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.tenancy.SchemaCounts;
import io.steadfast.platform.tenancy.TenantDirectory;
import io.steadfast.platform.time.RealClock;
import io.steadfast.shared.TenantSlug;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Asks each tenant every half minute how far its work lags, and shows the worst of all. Not when the figures are read: that
 * would let whoever reads them put load on every schema.
 */
@Singleton
@Startup
@DependsOn("TenancyStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LagWatch {

    private static final Logger LOG = Logger.getLogger(LagWatch.class.getName());

    private final Map<String, Tag[]> versions = new ConcurrentHashMap<>();

    @Inject
    @Any
    private Instance<Lag> lags;

    @Inject
    private TenantDirectory directory;

    @Inject
    private SchemaCounts schemas;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private Figures figures;

    @Inject
    private LagBoard board;

    @Inject
    private RealClock clock;

    @EJB
    private LagWatch self;

    @PostConstruct
    void begin() {
        figures.begin();
    }

    /** Through the door: the server runs a timer's own method in a transaction, which can work for one tenant only. */
    @Schedule(hour = "*", minute = "*", second = "5/30", persistent = false)
    void everyHalfMinute() {
        self.look();
    }

    /** Looks at every active tenant and shows the longest wait of each kind; a tenant's trouble isn't another's. */
    public void look() {
        Map<String, LagBoard.Worst> worst = new TreeMap<>();
        lags.forEach(lag -> worst.put(lag.name(), new LagBoard.Worst(lag.name(), Duration.ZERO, Optional.empty())));
        Set<TenantSlug> unread = new HashSet<>();
        for (TenantSlug tenant : directory.active()) {
            for (Lag lag : lags) {
                Duration waited = waited(tenant, lag, unread);
                worst.merge(
                        lag.name(),
                        new LagBoard.Worst(lag.name(), waited, Optional.of(tenant)),
                        (before, now) -> now.waited().compareTo(before.waited()) > 0 ? now : before);
            }
        }
        worst.forEach((name, one) -> figures.show(
                name,
                "How long the oldest of it has waited, in any tenant",
                one.waited().toSeconds()));
        figures.show(
                "lag_unread_tenants",
                "Active tenants whose waiting work couldn't be read at the last look",
                unread.size());
        board.show(new LagBoard.Look(clock.now(), List.copyOf(worst.values())));
        showVersions();
    }

    /** Nothing for a tenant that can't be read, who is added to those. */
    private Duration waited(TenantSlug tenant, Lag lag, Set<TenantSlug> unread) {
        try {
            return currentTenant.call(tenant, lag::waited).orElse(Duration.ZERO);
        } catch (Exception failure) {
            LOG.log(Level.WARNING, "What waits for tenant " + tenant + " can't be told", failure);
            unread.add(tenant);
            return Duration.ZERO;
        }
    }

    /** One that no tenant has any more shows nought, not its last figure. */
    private void showVersions() {
        Map<String, Long> counts = schemas.byVersion();
        counts.keySet()
                .forEach(version -> versions.computeIfAbsent(version, any -> new Tag[] {new Tag("version", any)}));
        versions.forEach((version, tags) -> figures.show(
                "schema_version_tenants",
                "Tenants by the version of their schema",
                counts.getOrDefault(version, 0L),
                tags));
    }
}
