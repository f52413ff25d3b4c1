package io.steadfast.ledger.store;

import io.steadfast.ledger.core.EntryDraft;
import io.steadfast.ledger.core.EntryStory;
import io.steadfast.ledger.core.LotMove;
import io.steadfast.ledger.core.LotState;
import io.steadfast.ledger.core.StatementEntry;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Entries with what they did to lots, in one round trip. */
@ApplicationScoped
public class EntryStories {

    /** More lots than a person reads of one entry. */
    private static final int MOST_LOTS = 200;

    private static final String ENTRIES =
            StatementStore.ENTRY_COLUMNS + "WHERE entry_id = ANY (?) AND member_id = ?;\n";

    private static final String LOTS = """
            SELECT lot_id, granted_points, activity_at, activates_at, expires_at, funder, reinstates
            FROM lot WHERE lot_id = ANY (?);
            """;

    private static final String MOVES = """
            SELECT a.entry_id, a.lot_id, a.from_state, a.to_state, a.points, l.activity_at
            FROM unnest(?::uuid[]) AS wanted (id)
            CROSS JOIN LATERAL (
                SELECT * FROM allocation x WHERE x.entry_id = wanted.id ORDER BY x.no LIMIT ?) a
            JOIN lot l ON l.lot_id = a.lot_id
            ORDER BY a.entry_id, a.no;
            """;

    private static final String DATES = """
            SELECT c.entry_id, c.lot_id, c.activates_at, c.expires_at
            FROM unnest(?::uuid[]) AS wanted (id)
            CROSS JOIN LATERAL (
                SELECT * FROM lot_change x WHERE x.entry_id = wanted.id ORDER BY x.no LIMIT ?) c
            ORDER BY c.entry_id, c.no
            """;

    @Inject
    private LedgerStore ledger;

    /** Those of the entries that are this member's, by entry. */
    public Map<UUID, EntryStory> of(MemberId member, Collection<UUID> entries) {
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ENTRIES + LOTS + MOVES + DATES)) {
                new Rows.Binder(connection, statement)
                        .ids(entries)
                        .value(member.value())
                        .ids(entries)
                        .ids(entries)
                        .value(MOST_LOTS)
                        .ids(entries)
                        .value(MOST_LOTS);
                statement.execute();
                List<StatementEntry> found = StatementStore.entries(statement.getResultSet());
                Map<UUID, EntryDraft.NewLot> lots = lots(Rows.nextResult(statement));
                Map<UUID, List<LotMove>> moves = moves(Rows.nextResult(statement));
                Map<UUID, List<EntryDraft.LotChange>> dates = dates(Rows.nextResult(statement));
                Map<UUID, EntryStory> stories = new HashMap<>();
                found.forEach(entry -> stories.put(
                        entry.id(),
                        new EntryStory(
                                entry,
                                Optional.ofNullable(lots.get(entry.id())),
                                moves.getOrDefault(entry.id(), List.of()),
                                dates.getOrDefault(entry.id(), List.of()))));
                return stories;
            }
        });
    }

    private static Map<UUID, EntryDraft.NewLot> lots(ResultSet row) throws SQLException {
        Map<UUID, EntryDraft.NewLot> lots = new HashMap<>();
        while (row.next()) {
            lots.put(
                    Rows.id(row, "lot_id"),
                    new EntryDraft.NewLot(
                            row.getLong("granted_points"),
                            Rows.dates(row),
                            row.getString("funder"),
                            Rows.optionalId(row, "reinstates")));
        }
        return lots;
    }

    private static Map<UUID, List<LotMove>> moves(ResultSet row) throws SQLException {
        Map<UUID, List<LotMove>> moves = new HashMap<>();
        while (row.next()) {
            moves.computeIfAbsent(Rows.id(row, "entry_id"), entry -> new ArrayList<>())
                    .add(new LotMove(
                            Rows.id(row, "lot_id"),
                            LotState.valueOf(row.getString("from_state")),
                            LotState.valueOf(row.getString("to_state")),
                            row.getLong("points"),
                            Rows.instant(row, "activity_at")));
        }
        return moves;
    }

    private static Map<UUID, List<EntryDraft.LotChange>> dates(ResultSet row) throws SQLException {
        Map<UUID, List<EntryDraft.LotChange>> dates = new HashMap<>();
        while (row.next()) {
            dates.computeIfAbsent(Rows.id(row, "entry_id"), entry -> new ArrayList<>())
                    .add(new EntryDraft.LotChange(
                            Rows.id(row, "lot_id"),
                            Rows.optionalInstant(row, "activates_at"),
                            Rows.optionalInstant(row, "expires_at")));
        }
        return dates;
    }
}
