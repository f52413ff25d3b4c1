package io.steadfast.tenants.faces;

import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.faces.Reader;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Locale;

/** How operators read lengths of time and names of work. */
@Named("reading")
@RequestScoped
public class Reading {

    private static final String FEATURE = "tenants";

    @Inject
    private Reader reader;

    @Inject
    private PageTexts t;

    Locale locale() {
        return reader.locale();
    }

    /** As in 12 s, 4 min, 3 h, 5 days: the largest unit alone. */
    public String length(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(2)) < 0) {
            return t.with(FEATURE, "seconds", "count", duration.toSeconds());
        }
        if (duration.compareTo(Duration.ofHours(2)) < 0) {
            return t.with(FEATURE, "minutes", "count", duration.toMinutes());
        }
        if (duration.compareTo(Duration.ofDays(2)) < 0) {
            return t.with(FEATURE, "hours", "count", duration.toHours());
        }
        return t.with(FEATURE, "days", "count", duration.toDays());
    }

    /** A kind of work or a job in words. */
    public String kind(String kind) {
        return t.orCode(FEATURE, "kind", kind);
    }

    /** What an operator did, in words. */
    public String action(String action) {
        return t.orCode(FEATURE, "action", action);
    }
}
