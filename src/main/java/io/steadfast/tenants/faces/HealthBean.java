package io.steadfast.tenants.faces;

import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.jobs.WorkHealth;
import io.steadfast.platform.metrics.LagBoard;
import io.steadfast.platform.tenancy.DatabaseReport;
import io.steadfast.tenants.PlatformHealthService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page platform/health: the database, the schemas, what waits, and when work was done last. */
@Named("platformHealth")
@RequestScoped
public class HealthBean {

    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1_000_000);

    @Inject
    private PlatformHealthService health;

    @Inject
    private OperatorDoor door;

    @Inject
    private Formats formats;

    @Inject
    private PageTexts t;

    @Inject
    private Reading reading;

    private @Nullable Optional<DatabaseReport.State> database;
    private @Nullable Map<String, Long> schemas;

    /** Empty when it doesn't answer. */
    public Optional<DatabaseReport.State> getDatabase() {
        if (database == null) {
            door.mustOperate();
            database = health.database();
        }
        return database;
    }

    public String getAnswered() {
        return getDatabase()
                .map(state -> t.with(
                        "tenants",
                        "millis",
                        "count",
                        Math.max(1, state.answered().toMillis())))
                .orElseGet(() -> t.text("tenants", "no_answer"));
    }

    /** In megabytes, as in 1,204 MB. */
    public String size(DatabaseReport.State state) {
        NumberFormat format = NumberFormat.getIntegerInstance(reading.locale());
        return format.format(BigDecimal.valueOf(state.bytes()).divide(MEGABYTE, 0, RoundingMode.UP)) + " MB";
    }

    /** How many tenants are at which version, the newest last. */
    public List<Map.Entry<String, Long>> getSchemas() {
        return List.copyOf(schemas().entrySet());
    }

    private Map<String, Long> schemas() {
        if (schemas == null) {
            door.mustOperate();
            schemas = health.schemas();
        }
        return schemas;
    }

    public String getCodeVersion() {
        return health.codeVersion();
    }

    /** Tenants whose schema lags behind this program. */
    public long getLagging() {
        return schemas().entrySet().stream()
                .filter(each -> !each.getKey().equals(getCodeVersion()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public String getTenants() {
        return formats.number(
                schemas().values().stream().mapToLong(Long::longValue).sum());
    }

    /** Empty in the first half minute after a start. */
    public Optional<LagBoard.Look> getLook() {
        door.mustOperate();
        return health.lags();
    }

    /** How that waits: fine, to be watched, or bad. */
    public String tone(LagBoard.Worst worst) {
        long seconds = worst.waited().toSeconds();
        return seconds < 60 ? "gain" : seconds < 600 ? "warn" : "danger";
    }

    public List<WorkHealth> getWork() {
        door.mustOperate();
        return health.work();
    }
}
