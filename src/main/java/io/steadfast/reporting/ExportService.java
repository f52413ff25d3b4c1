package io.steadfast.reporting;

import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.reporting.store.ExportReadings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Everything there is of a kind, page by page, so that neither the server nor the database holds all of it. */
@Stateless
public class ExportService {

    /** Before every id. */
    public static final UUID BEGINNING = new UUID(0, 0);

    @Inject
    private ExportReadings readings;

    @Inject
    private AuditTrail audit;

    /** A line of the file, in the order of the kind's columns; empty texts where nothing is known. */
    public record Line(UUID id, List<String> cells) {}

    /** Notes that somebody takes all of a kind with them. */
    public void begun(ExportKind kind) {
        audit.record("export.begun", "export", kind.name(), null, Map.of("kind", kind));
    }

    /** The lines after this one, {@link #BEGINNING} for the first; at most a thousand, none at the end. */
    public List<Line> after(ExportKind kind, UUID id) {
        return readings.after(kind, id);
    }
}
