package io.steadfast.ledger.store;

import io.steadfast.ledger.core.EntryDraft;
import io.steadfast.ledger.core.Plan;
import io.steadfast.ledger.core.Plan.LotAfter;
import io.steadfast.ledger.core.Posting;
import io.steadfast.shared.WalletCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Writes a planned posting: entries and all that belongs to them, the projections, and the balances as they are then. */
final class PostingWriter {

    private final Connection connection;
    private final Instant now;
    private final ZoneId zone;

    PostingWriter(Connection connection, Instant now, ZoneId zone) {
        this.connection = connection;
        this.now = now;
        this.zone = zone;
    }

    /** One round trip. Afterwards the held member stands where the posting left it. */
    void write(HeldMember held, Posting posting, Plan plan) throws SQLException {
        List<EntryRow> rows = rows(held, plan);
        byte[] head = rows.isEmpty() ? held.chainHead() : rows.get(rows.size() - 1).hash;
        long seq = held.chainSeq() + rows.size();
        Set<WalletCode> wallets = new LinkedHashSet<>(plan.deadlines().keySet());
        plan.entries().forEach(entry -> wallets.add(entry.wallet()));
        try (PreparedStatement statement = connection.prepareStatement(PostingSql.TEXT)) {
            Rows.Binder binder = new Rows.Binder(connection, statement);
            bindEntries(binder, rows);
            bindParts(binder, rows);
            List<LotAfter> opened = plan.lots().stream()
                    .filter(lot -> lot.open() && !lot.wasOpen())
                    .toList();
            List<LotAfter> moved = plan.lots().stream()
                    .filter(lot -> lot.open() && lot.wasOpen())
                    .toList();
            List<UUID> closed = plan.lots().stream()
                    .filter(lot -> !lot.open() && lot.wasOpen())
                    .map(LotAfter::id)
                    .toList();
            bindLots(binder, held, opened, moved, closed);
            bindAccounts(binder, held, plan, wallets);
            binder.value(seq)
                    .value(head)
                    .value(countsAsActivity(posting, plan) ? posting.effectiveAt() : null)
                    .value(held.member().value())
                    .value(held.chainSeq());
            binder.value(now).value(held.member().value());
            Outcome outcome = new Outcome(moved.size(), closed.size(), wallets.size());
            held.advance(seq, head, outcome.read(statement));
        }
    }

    private List<EntryRow> rows(HeldMember held, Plan plan) {
        List<EntryRow> rows = new ArrayList<>();
        byte[] previous = held.chainHead();
        for (EntryDraft draft : plan.entries()) {
            long seq = held.chainSeq() + rows.size() + 1;
            EntryRow row =
                    EntryRow.of(draft, new EntryRow.Place(held.member(), seq, postingDate(held, draft), now, previous));
            rows.add(row);
            previous = row.hash;
        }
        return rows;
    }

    /** The day it happened, or today where the month of that day takes no more. */
    private LocalDate postingDate(HeldMember held, EntryDraft draft) {
        LocalDate day = draft.effectiveAt().atZone(zone).toLocalDate();
        boolean closed = held.closedThrough()
                .filter(month -> !day.withDayOfMonth(1).isAfter(month))
                .isPresent();
        return closed ? now.atZone(zone).toLocalDate() : day;
    }

    private static boolean countsAsActivity(Posting posting, Plan plan) {
        return !posting.inactivityDeadlines().isEmpty()
                || plan.primaryEntries().stream().anyMatch(entry -> switch (entry.kind()) {
                    case ACCRUAL, REDEMPTION, DONATION -> true;
                    default -> false;
                });
    }

    private static void bindEntries(Rows.Binder binder, List<EntryRow> rows) throws SQLException {
        binder.column("uuid", rows, row -> row.draft.id())
                .column("uuid", rows, row -> row.member.value())
                .column("int8", rows, row -> row.seq)
                .column("text", rows, row -> row.draft.wallet().value())
                .column("text", rows, row -> row.draft.kind().name())
                .column("int8", rows, row -> row.draft.change().pending())
                .column("int8", rows, row -> row.draft.change().active())
                .column("int8", rows, row -> row.draft.change().held())
                .column("int8", rows, row -> row.draft.change().debt())
                .column("int8", rows, row -> row.draft.change().lifetime())
                .column("int8", rows, row -> row.draft.forgiven())
                .column("timestamptz", rows, row -> Rows.time(row.draft.effectiveAt()))
                .column("date", rows, row -> row.postingDate)
                .column("timestamptz", rows, row -> Rows.time(row.recordedAt))
                .column("text", rows, EntryRow::originKind)
                .column("text", rows, EntryRow::originCode)
                .column("int4", rows, EntryRow::originVersion)
                .column("text", rows, EntryRow::rule)
                .column("text", rows, EntryRow::actorKind)
                .column("text", rows, EntryRow::actorId)
                .column("text", rows, EntryRow::reason)
                .column("text", rows, EntryRow::source)
                .column("text", rows, EntryRow::reference)
                .column("uuid", rows, row -> row.draft.cause().receipt().orElse(null))
                .column("uuid", rows, row -> row.draft.reverses().orElse(null))
                .hashes(rows, row -> row.previousHash)
                .hashes(rows, row -> row.hash);
    }

    private static void bindParts(Rows.Binder binder, List<EntryRow> rows) throws SQLException {
        bindLegs(binder, rows);
        bindGranted(binder, rows);
        bindChanges(binder, rows);
        bindAllocations(binder, rows);
    }

    private static void bindLegs(Rows.Binder binder, List<EntryRow> rows) throws SQLException {
        var legs = rows.stream().flatMap(row -> row.legs.stream()).toList();
        binder.column("uuid", legs, EntryRow.Part::entry)
                .column("int4", legs, EntryRow.Part::no)
                .column("text", legs, leg -> leg.value().account().name())
                .column("int8", legs, leg -> leg.value().points())
                .hashes(legs, EntryRow.Part::mark);
    }

    private static void bindGranted(Rows.Binder binder, List<EntryRow> rows) throws SQLException {
        var lots = rows.stream().filter(row -> row.lot.isPresent()).toList();
        binder.column("uuid", lots, row -> row.draft.id())
                .column("uuid", lots, row -> row.member.value())
                .column("text", lots, row -> row.draft.wallet().value())
                .column("int8", lots, row -> granted(row).granted())
                .column(
                        "timestamptz",
                        lots,
                        row -> Rows.time(granted(row).dates().activityAt()))
                .column(
                        "timestamptz",
                        lots,
                        row -> Rows.time(granted(row).dates().activatesAt()))
                .column(
                        "timestamptz",
                        lots,
                        row -> Rows.time(granted(row).dates().expiresAt()))
                .column("text", lots, row -> granted(row).funder())
                .column("uuid", lots, row -> granted(row).reinstates().orElse(null))
                .hashes(lots, row -> row.lot.orElseThrow().mark());
    }

    private static void bindChanges(Rows.Binder binder, List<EntryRow> rows) throws SQLException {
        var changes = rows.stream().flatMap(row -> row.changes.stream()).toList();
        binder.column("uuid", changes, EntryRow.Part::entry)
                .column("int4", changes, EntryRow.Part::no)
                .column("uuid", changes, change -> change.value().lot())
                .column(
                        "timestamptz",
                        changes,
                        change -> Rows.time(change.value().activatesAt()))
                .column(
                        "timestamptz",
                        changes,
                        change -> Rows.time(change.value().expiresAt()))
                .hashes(changes, EntryRow.Part::mark);
    }

    private static void bindAllocations(Rows.Binder binder, List<EntryRow> rows) throws SQLException {
        var allocations = rows.stream().flatMap(row -> row.allocations.stream()).toList();
        binder.column("uuid", allocations, EntryRow.Part::entry)
                .column("int4", allocations, EntryRow.Part::no)
                .column("uuid", allocations, each -> each.value().lot())
                .column("text", allocations, each -> each.value().from().name())
                .column("text", allocations, each -> each.value().to().name())
                .column("int8", allocations, each -> each.value().points())
                .hashes(allocations, EntryRow.Part::mark);
    }

    private static EntryDraft.NewLot granted(EntryRow row) {
        return row.draft.lot().orElseThrow();
    }

    private static void bindLots(
            Rows.Binder binder, HeldMember held, List<LotAfter> opened, List<LotAfter> moved, List<UUID> closed)
            throws SQLException {
        binder.value(held.member().value());
        bindOpen(binder, opened);
        binder.column("text", opened, lot -> lot.wallet().value())
                .column("timestamptz", opened, lot -> Rows.time(lot.dates().activityAt()));
        bindOpen(binder, moved);
        binder.ids(closed);
    }

    private static void bindOpen(Rows.Binder binder, Collection<LotAfter> lots) throws SQLException {
        binder.column("uuid", lots, LotAfter::id)
                .column("int8", lots, LotAfter::pending)
                .column("int8", lots, LotAfter::active)
                .column("int8", lots, LotAfter::held)
                .column(
                        "timestamptz",
                        lots,
                        lot -> Rows.timeOrInfinity(lot.dates().activatesAt()))
                .column(
                        "timestamptz",
                        lots,
                        lot -> Rows.timeOrInfinity(lot.dates().expiresAt()));
    }

    private static void bindAccounts(Rows.Binder binder, HeldMember held, Plan plan, Set<WalletCode> wallets)
            throws SQLException {
        Map<WalletCode, WalletChange> sums = new LinkedHashMap<>();
        wallets.forEach(wallet -> sums.put(wallet, WalletChange.of(wallet, plan)));
        List<WalletCode> unknown = wallets.stream()
                .filter(wallet -> !held.accounts().containsKey(wallet))
                .toList();
        Collection<WalletChange> changes = sums.values();
        binder.value(held.member().value())
                .column("text", unknown, WalletCode::value)
                .column("text", changes, change -> change.wallet().value())
                .column("int8", changes, change -> change.change().active())
                .column("int8", changes, change -> change.change().pending())
                .column("int8", changes, change -> change.change().held())
                .column("int8", changes, change -> change.change().debt())
                .column("int8", changes, change -> change.change().lifetime())
                .column("int8", changes, WalletChange::entries)
                .column("bool", changes, WalletChange::lapsed)
                .column("timestamptz", changes, change -> Rows.time(change.deadline()))
                .value(held.member().value());
    }
}
