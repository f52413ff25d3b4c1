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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** What one member's books take. */
    private record Change(
            HeldMember held,
            Plan plan,
            List<EntryRow> rows,
            @Nullable Instant activityAt) {

        long seq() {
            return held.chainSeq() + rows.size();
        }

        byte[] head() {
            return rows.isEmpty() ? held.chainHead() : rows.get(rows.size() - 1).hash;
        }

        List<WalletChange> wallets() {
            Set<WalletCode> wallets = new LinkedHashSet<>(plan.deadlines().keySet());
            wallets.addAll(plan.lapsed());
            plan.entries().forEach(entry -> wallets.add(entry.wallet()));
            return wallets.stream()
                    .map(wallet -> WalletChange.of(held.member(), wallet, plan))
                    .toList();
        }

        Stream<LotRow> lots() {
            return plan.lots().stream().map(lot -> new LotRow(held.member().value(), lot));
        }

        boolean knows(WalletCode wallet) {
            return held.accounts().containsKey(wallet);
        }
    }

    /** A touched lot and whose it is. */
    private record LotRow(UUID member, LotAfter lot) {}

    /** One round trip. Afterwards the held member stands where the posting left it. */
    void write(HeldMember held, Posting posting, Plan plan) throws SQLException {
        Instant activityAt = countsAsActivity(posting, plan) ? posting.effectiveAt() : null;
        Change change = new Change(held, plan, rows(held, plan), activityAt);
        try (PreparedStatement statement = connection.prepareStatement(PostingSql.TEXT + BalanceSql.AS_POSTED)) {
            Rows.Binder binder = new Rows.Binder(connection, statement);
            Outcome outcome = bind(binder, List.of(change));
            binder.value(now).value(held.member().value());
            outcome.check(statement);
            held.advance(change.seq(), change.head(), BalanceSql.read(statement.getResultSet(), held.member(), now));
        }
    }

    /** One round trip for many members: the work of a job's chunk. */
    void write(Map<HeldMember, Plan> plans) throws SQLException {
        List<Change> changes = new ArrayList<>();
        plans.forEach((held, plan) -> changes.add(new Change(held, plan, rows(held, plan), null)));
        try (PreparedStatement statement = connection.prepareStatement(PostingSql.TEXT)) {
            bind(new Rows.Binder(connection, statement), changes).check(statement);
        }
    }

    private static Outcome bind(Rows.Binder binder, List<Change> changes) throws SQLException {
        List<EntryRow> rows =
                changes.stream().flatMap(change -> change.rows().stream()).toList();
        bindEntries(binder, rows);
        bindParts(binder, rows);
        List<LotRow> lots = changes.stream().flatMap(Change::lots).toList();
        List<LotRow> opened = lots.stream()
                .filter(row -> row.lot().open() && !row.lot().wasOpen())
                .toList();
        List<LotRow> moved = lots.stream()
                .filter(row -> row.lot().open() && row.lot().wasOpen())
                .toList();
        List<UUID> closed = lots.stream()
                .filter(row -> !row.lot().open() && row.lot().wasOpen())
                .map(row -> row.lot().id())
                .toList();
        bindLots(binder, opened, moved, closed);
        int accounts = bindAccounts(binder, changes);
        bindStandings(binder, changes);
        return new Outcome(moved.size(), closed.size(), accounts, changes.size());
    }

    private List<EntryRow> rows(HeldMember held, Plan plan) {
        List<EntryRow> rows = new ArrayList<>();
        byte[] previous = held.chainHead();
        for (EntryDraft draft : plan.entries()) {
            long seq = held.chainSeq() + rows.size() + 1;
            EntryRow row = EntryRow.of(
                    draft,
                    new EntryRow.Place(
                            held.member(), seq, held.postingDate(draft.effectiveAt(), now, zone), now, previous));
            rows.add(row);
            previous = row.hash;
        }
        return rows;
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

    private static void bindLots(Rows.Binder binder, List<LotRow> opened, List<LotRow> moved, List<UUID> closed)
            throws SQLException {
        bindOpen(binder, opened);
        binder.column("uuid", opened, LotRow::member)
                .column("text", opened, row -> row.lot().wallet().value())
                .column(
                        "timestamptz",
                        opened,
                        row -> Rows.time(row.lot().dates().activityAt()));
        bindOpen(binder, moved);
        binder.ids(closed);
    }

    private static void bindOpen(Rows.Binder binder, List<LotRow> lots) throws SQLException {
        binder.column("uuid", lots, row -> row.lot().id())
                .column("int8", lots, row -> row.lot().pending())
                .column("int8", lots, row -> row.lot().active())
                .column("int8", lots, row -> row.lot().held() + row.lot().blocked())
                .column("int8", lots, row -> row.lot().blocked())
                .column(
                        "timestamptz",
                        lots,
                        row -> Rows.timeOrInfinity(row.lot().dates().activatesAt()))
                .column(
                        "timestamptz",
                        lots,
                        row -> Rows.timeOrInfinity(row.lot().dates().expiresAt()));
    }

    private static int bindAccounts(Rows.Binder binder, List<Change> changes) throws SQLException {
        List<WalletChange> unknown = changes.stream()
                .flatMap(change -> change.wallets().stream().filter(wallet -> !change.knows(wallet.wallet())))
                .toList();
        List<WalletChange> all =
                changes.stream().flatMap(change -> change.wallets().stream()).toList();
        List<WalletChange> lapsed = all.stream().filter(WalletChange::lapsed).toList();
        binder.column("uuid", lapsed, change -> change.member().value())
                .column("text", lapsed, change -> change.wallet().value())
                .column("uuid", unknown, change -> change.member().value())
                .column("text", unknown, change -> change.wallet().value())
                .column("uuid", all, change -> change.member().value())
                .column("text", all, change -> change.wallet().value())
                .column("int8", all, change -> change.change().active())
                .column("int8", all, change -> change.change().pending())
                .column("int8", all, change -> change.change().held())
                .column("int8", all, change -> change.change().debt())
                .column("int8", all, change -> change.change().lifetime())
                .column("int8", all, WalletChange::entries)
                .column("bool", all, WalletChange::lapsed)
                .column("timestamptz", all, change -> Rows.time(change.deadline()));
        return all.size();
    }

    private static void bindStandings(Rows.Binder binder, List<Change> changes) throws SQLException {
        binder.column("uuid", changes, change -> change.held().member().value())
                .column("int8", changes, change -> change.held().chainSeq())
                .column("int8", changes, Change::seq)
                .hashes(changes, Change::head)
                .column("timestamptz", changes, change -> Rows.time(Optional.ofNullable(change.activityAt())));
    }
}
