package io.steadfast.sandbox;

import io.steadfast.shared.WrittenTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Some of what happened in a sandbox, the latest first.
 *
 * @param next where those begin that happened before; empty where none did
 */
public record OccurrencePage(List<Occurrence> rows, Optional<Place> next) {

    public OccurrencePage {
        rows = List.copyOf(rows);
    }

    /** An event's place among all: when it happened, and of those of the same instant its number. */
    public record Place(Instant at, long number) {

        /** As {@link #toString} writes it; empty for anything else. */
        public static Optional<Place> parse(String text) {
            int dot = text.lastIndexOf('_');
            try {
                return Optional.of(new Place(
                        WrittenTime.instant(text.substring(0, Math.max(0, dot))),
                        Long.parseLong(text.substring(dot + 1))));
            } catch (DateTimeException | NumberFormatException noPlace) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return at + "_" + number;
        }
    }
}
