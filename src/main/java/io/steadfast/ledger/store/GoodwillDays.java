package io.steadfast.ledger.store;

import io.steadfast.platform.persistence.TenantStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** Rows of {@code goodwill_day}: one for each person and day on which they gave something. */
@ApplicationScoped
public class GoodwillDays {

    private static final String GIVEN = "SELECT points FROM goodwill_day WHERE person_id = ? AND day = ?";
    private static final String LOCK = """
            INSERT INTO goodwill_day (person_id, day, points) VALUES (?, ?, 0)
            ON CONFLICT (person_id, day) DO UPDATE SET points = goodwill_day.points RETURNING points
            """;
    private static final String ADD =
            "UPDATE goodwill_day SET points = greatest(0, points + ?) WHERE person_id = ? AND day = ?";

    @Inject
    private TenantStore store;

    /** Points given so far. */
    public long given(String person, LocalDate day) {
        return store.sql(GIVEN)
                .text(person)
                .date(day)
                .one(row -> row.number("points"))
                .orElse(0L);
    }

    /** Points given so far, that nobody else adds to until the transaction is over. */
    public long lock(String person, LocalDate day) {
        return store.sql(LOCK)
                .text(person)
                .date(day)
                .one(row -> row.number("points"))
                .orElseThrow();
    }

    /** More, or with a minus less, but never less than nothing. */
    public void add(String person, LocalDate day, long points) {
        store.sql(ADD).number(points).text(person).date(day).run();
    }
}
