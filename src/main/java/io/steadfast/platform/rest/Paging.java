package io.steadfast.platform.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code limit} and {@code cursor} of a list. Keyset paging: the cursor holds the key of the last row shown, so rows
 * that arrive meanwhile are neither skipped nor repeated.
 */
public class Paging {

    static final int MOST = 200;

    @QueryParam("limit")
    @DefaultValue("50")
    private String limit = "50";

    @QueryParam("cursor")
    private @Nullable String cursor;

    /** Rows asked for, 1 to 200; refuses (400) anything else. */
    public int limit() {
        try {
            int rows = Integer.parseInt(limit);
            if (rows >= 1 && rows <= MOST) {
                return rows;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, like a number out of range
        }
        throw FieldErrors.one("limit", FieldReason.OUT_OF_RANGE, Map.of("range", "1 – " + MOST));
    }

    /** Where the last page ended; empty for the first page; refuses (400) what isn't a cursor of ours. */
    public Optional<Cursor> after() {
        return Optional.ofNullable(cursor).map(Cursor::parse);
    }

    /**
     * The page out of one row more than {@link #limit()} asks for, which tells whether there is another page.
     *
     * @param rows at most {@code limit() + 1} rows in the list's order
     */
    public <T> Page<T> page(List<T> rows, Function<T, Cursor> key) {
        int most = limit();
        if (rows.size() <= most) {
            return new Page<>(rows, Optional.empty());
        }
        List<T> shown = rows.subList(0, most);
        return new Page<>(shown, Optional.of(key.apply(shown.get(most - 1)).text()));
    }
}
