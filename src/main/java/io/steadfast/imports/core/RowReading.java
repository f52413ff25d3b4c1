package io.steadfast.imports.core;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what must be known of a row before its turn comes: when it happened, whom it is about, and what it is. */
public final class RowReading {

    private static final List<String> OWN = List.of("externalId", "phone", "email", "cardNumber");

    /** In characters; long enough for everything that a cell may hold, short enough to be looked up by. */
    public static final int LONGEST_CELL = 200;

    private final ImportKind kind;
    private final ZoneId zone;

    public RowReading(ImportKind kind, ZoneId zone) {
        this.kind = kind;
        this.zone = zone;
    }

    /** Refuses a row without what its kind needs, and one with a cell that can't be kept. */
    public StagedRow read(long line, Map<String, String> fields) {
        fields.forEach(RowReading::refuseUnkeepable);
        Cells cells = new Cells(fields, zone);
        kind.required().forEach(cells::required);
        return new StagedRow(line, at(cells), item(cells), memberKey(cells), fields);
    }

    private static void refuseUnkeepable(String field, String cell) {
        if (cell.length() > LONGEST_CELL) {
            throw new RowRefused(field, ImportRefusal.CELL_TOO_LONG, Map.of("most", LONGEST_CELL));
        }
        if (cell.chars().anyMatch(RowReading::isControl)) {
            throw new RowRefused(field, ImportRefusal.CELL_NOT_TEXT);
        }
    }

    /** Line breaks and tabs are text. */
    private static boolean isControl(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }

    private Instant at(Cells cells) {
        return switch (kind) {
            case MEMBERS, TIERS -> Instant.EPOCH;
            case ORDERS -> cells.requiredInstant("occurredAt");
            case BALANCES -> cells.requiredInstant("earnedAt");
            case MEMBERSHIPS -> cells.requiredInstant("startedAt");
        };
    }

    /**
     * An opening balance without a reference is named by what it is, whom it is about first; equal ones are told apart by their
     * number.
     */
    private String item(Cells cells) {
        return switch (kind) {
            case ORDERS -> cells.required("reference");
            case BALANCES ->
                cells.text("reference")
                        .orElseGet(() -> String.join(
                                "|",
                                memberKey(cells),
                                cells.text("wallet").orElse(""),
                                cells.requiredInstant("earnedAt").toString(),
                                cells.text("expiresAt").orElse(""),
                                cells.required("points")));
            default -> "";
        };
    }

    private String memberKey(Cells cells) {
        Optional<String> field = (kind == ImportKind.MEMBERS ? OWN : ImportKind.MEMBER)
                .stream().filter(each -> cells.text(each).isPresent()).findFirst();
        if (field.isEmpty() && kind != ImportKind.ORDERS) {
            throw new RowRefused("", ImportRefusal.NOBODY_NAMED);
        }
        return field.map(each -> each + "=" + cells.required(each)).orElse("");
    }
}
