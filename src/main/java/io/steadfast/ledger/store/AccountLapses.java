package io.steadfast.ledger.store;

import io.steadfast.ledger.core.AccountFacts;
import io.steadfast.ledger.core.AccountLapse;
import io.steadfast.ledger.core.LotState;
import io.steadfast.ledger.core.Plan;
import io.steadfast.ledger.core.Posting;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** The lapses of accounts that stand in the books: asked for by the few activities that are heard of after one they come before. */
final class AccountLapses {

    /** Entries that a lapse made, or that ended a lot later which it had dated. */
    private static final String OF_LAPSE = """
            e.member_id = p.member_id AND e.wallet = p.wallet AND e.effective_at = p.lapsed_at
                AND e.kind IN ('EXPIRY', 'REDATING') AND e.actor_id = 'EXPIRY'
            """;

    /** Parameters: member, wallets; the same and since when, twice. */
    private static final String READ =
            """
            SELECT wallet, lapsed_at, revived_at FROM account_lapse
            WHERE member_id = ? AND wallet = ANY (?) ORDER BY wallet, lapsed_at DESC;
            SELECT p.wallet, p.lapsed_at, a.lot_id, a.from_state, sum(a.points)::bigint AS points
            FROM account_lapse p JOIN entry e ON""" + " " + OF_LAPSE + """
            JOIN allocation a ON a.entry_id = e.entry_id
            WHERE p.member_id = ? AND p.wallet = ANY (?) AND p.lapsed_at > ?
            GROUP BY p.wallet, p.lapsed_at, a.lot_id, a.from_state;
            SELECT p.wallet, p.lapsed_at, l.lot_id,
                   CASE WHEN last.kind <> 'RETURN' AND last.actor_id IS DISTINCT FROM 'EXPIRY' THEN last.expires_at
                        WHEN c.lot_id IS NULL THEN l.expires_at ELSE c.expires_at END AS expires_at
            FROM account_lapse p
            JOIN LATERAL (SELECT min(e.seq) AS seq FROM entry e WHERE""" + " " + OF_LAPSE + """
                ) first ON true
            JOIN LATERAL (
                SELECT a.lot_id FROM entry e JOIN allocation a ON a.entry_id = e.entry_id WHERE""" + " " + OF_LAPSE + """
                UNION
                SELECT x.lot_id FROM entry e JOIN lot_change x ON x.entry_id = e.entry_id WHERE""" + " " + OF_LAPSE + """
                ) touched ON true
            JOIN lot l ON l.lot_id = touched.lot_id
            LEFT JOIN LATERAL (
                SELECT x.lot_id, x.expires_at
                FROM lot_change x JOIN entry xe ON xe.entry_id = x.entry_id
                WHERE x.lot_id = l.lot_id AND xe.seq < first.seq ORDER BY xe.seq DESC, x.no DESC LIMIT 1) c ON true
            LEFT JOIN LATERAL (
                SELECT x.expires_at, xe.kind, xe.actor_id
                FROM lot_change x JOIN entry xe ON xe.entry_id = x.entry_id
                WHERE x.lot_id = l.lot_id ORDER BY xe.seq DESC, x.no DESC LIMIT 1) last ON true
            WHERE p.member_id = ? AND p.wallet = ANY (?) AND p.lapsed_at > ?
            """;

    /** Parameters: what is undone and since which lapse; the same without; what lapses; who was active and when. */
    private static final String WRITE = """
            DELETE FROM account_lapse p USING unnest(?::uuid[], ?::text[], ?::timestamptz[]) AS n (member_id, wallet, first)
            WHERE p.member_id = n.member_id AND p.wallet = n.wallet AND p.lapsed_at >= n.first;
            UPDATE account a SET lapsed_at = (
                SELECT max(p.lapsed_at) FROM account_lapse p WHERE p.member_id = a.member_id AND p.wallet = a.wallet)
            FROM unnest(?::uuid[], ?::text[]) AS n (member_id, wallet)
            WHERE a.member_id = n.member_id AND a.wallet = n.wallet;
            INSERT INTO account_lapse (member_id, wallet, lapsed_at)
            SELECT a.member_id, a.wallet, a.inactivity_deadline
            FROM account a JOIN unnest(?::uuid[], ?::text[]) AS n (member_id, wallet) USING (member_id, wallet)
            ON CONFLICT DO NOTHING;
            UPDATE account_lapse p SET revived_at = least(p.revived_at, n.active_at)
            FROM unnest(?::uuid[], ?::text[], ?::timestamptz[]) AS n (member_id, wallet, active_at)
            WHERE p.member_id = n.member_id AND p.wallet = n.wallet AND p.lapsed_at <= n.active_at;
            """;

    private AccountLapses() {}

    /** What happens to the lapses of an account. */
    private record Change(
            MemberId member, WalletCode wallet, boolean lapsed, Optional<Instant> revived, Optional<Instant> activeAt) {

        private UUID id() {
            return member.value();
        }

        private String code() {
            return wallet.value();
        }
    }

    private static Stream<Change> changes(HeldMember held, Plan plan) {
        Set<WalletCode> wallets = new TreeSet<>(plan.lapsed());
        wallets.addAll(plan.revived().keySet());
        held.accounts().forEach((wallet, account) -> {
            if (account.lapsedAt().isPresent() && plan.activity().containsKey(wallet)) {
                wallets.add(wallet);
            }
        });
        return wallets.stream()
                .map(wallet -> new Change(
                        held.member(),
                        wallet,
                        plan.lapsed().contains(wallet),
                        Optional.ofNullable(plan.revived().get(wallet)),
                        Optional.ofNullable(plan.activity().get(wallet))));
    }

    /** Before the accounts themselves are written: a deadline that has done its work is still there. */
    static void write(Connection connection, Map<HeldMember, Plan> plans) throws SQLException {
        List<Change> changes = plans.entrySet().stream()
                .flatMap(each -> changes(each.getKey(), each.getValue()))
                .toList();
        if (changes.isEmpty()) {
            return;
        }
        List<Change> revived =
                changes.stream().filter(each -> each.revived().isPresent()).toList();
        List<Change> lapsed = changes.stream().filter(Change::lapsed).toList();
        List<Change> active =
                changes.stream().filter(each -> each.activeAt().isPresent()).toList();
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            new Rows.Binder(connection, statement)
                    .column("uuid", revived, Change::id)
                    .column("text", revived, Change::code)
                    .column("timestamptz", revived, each -> Rows.time(each.revived()))
                    .column("uuid", revived, Change::id)
                    .column("text", revived, Change::code)
                    .column("uuid", lapsed, Change::id)
                    .column("text", lapsed, Change::code)
                    .column("uuid", active, Change::id)
                    .column("text", active, Change::code)
                    .column("timestamptz", active, each -> Rows.time(each.activeAt()));
            statement.execute();
        }
    }

    /** Of the accounts that this activity may keep alive though they have lapsed by the books; the last lapse first. */
    static Map<WalletCode, List<AccountLapse>> read(
            Connection connection, MemberId member, Posting posting, Map<WalletCode, AccountFacts> accounts)
            throws SQLException {
        List<WalletCode> wallets = posting.keptAlive().keySet().stream()
                .filter(wallet -> Optional.ofNullable(accounts.get(wallet))
                        .flatMap(AccountFacts::lapsedAt)
                        .filter(posting.effectiveAt()::isBefore)
                        .isPresent())
                .toList();
        if (wallets.isEmpty()) {
            return Map.of();
        }
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            new Rows.Binder(connection, statement)
                    .value(member.value())
                    .column("text", wallets, WalletCode::value)
                    .value(member.value())
                    .column("text", wallets, WalletCode::value)
                    .value(posting.effectiveAt())
                    .value(member.value())
                    .column("text", wallets, WalletCode::value)
                    .value(posting.effectiveAt());
            statement.execute();
            return read(statement);
        }
    }

    private static Map<WalletCode, List<AccountLapse>> read(PreparedStatement statement) throws SQLException {
        record Key(WalletCode wallet, Instant at) {}
        record Head(Key key, Optional<Instant> revivedAt) {}
        List<Head> heads = new ArrayList<>();
        ResultSet lapses = statement.getResultSet();
        while (lapses.next()) {
            heads.add(new Head(
                    new Key(Rows.wallet(lapses), Rows.instant(lapses, "lapsed_at")),
                    Rows.optionalInstant(lapses, "revived_at")));
        }
        Map<Key, List<AccountLapse.Part>> parts = new HashMap<>();
        ResultSet ended = Rows.nextResult(statement);
        while (ended.next()) {
            parts.computeIfAbsent(
                            new Key(Rows.wallet(ended), Rows.instant(ended, "lapsed_at")), key -> new ArrayList<>())
                    .add(new AccountLapse.Part(
                            Rows.id(ended, "lot_id"),
                            LotState.valueOf(ended.getString("from_state")),
                            ended.getLong("points")));
        }
        Map<Key, Map<UUID, Optional<Instant>>> dates = new HashMap<>();
        ResultSet before = Rows.nextResult(statement);
        while (before.next()) {
            dates.computeIfAbsent(
                            new Key(Rows.wallet(before), Rows.instant(before, "lapsed_at")), key -> new HashMap<>())
                    .put(Rows.id(before, "lot_id"), Rows.optionalInstant(before, "expires_at"));
        }
        Map<WalletCode, List<AccountLapse>> read = new HashMap<>();
        heads.forEach(head -> read.computeIfAbsent(head.key().wallet(), wallet -> new ArrayList<>())
                .add(new AccountLapse(
                        head.key().at(),
                        head.revivedAt(),
                        parts.getOrDefault(head.key(), List.of()),
                        dates.getOrDefault(head.key(), Map.of()))));
        return read;
    }
}
