package io.steadfast.ledger.store;

import io.steadfast.ledger.core.AccountFacts;
import io.steadfast.ledger.core.Books;
import io.steadfast.ledger.core.EntryDraft;
import io.steadfast.ledger.core.LotFacts;
import io.steadfast.ledger.core.Plan;
import io.steadfast.ledger.core.PostingPlanner;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Books what time has done to lots: activation, expiry, the lapse of inactive accounts. A chunk locks its members, reads
 * their due lots, plans each with the same rules as a posting, and writes them all in one round trip.
 */
public final class DueLots {

    private static final String NEXT = """
            SELECT least(
                (SELECT min(expires_at) FROM open_lot
                 WHERE expires_at < 'infinity' AND active_points + pending_points > 0),
                (SELECT min(activates_at) FROM open_lot WHERE pending_points > 0 AND activates_at < 'infinity'),
                (SELECT min(expires_at) FROM open_lot WHERE blocked_points > 0 AND expires_at < 'infinity'),
                (SELECT min(inactivity_deadline) FROM account WHERE inactivity_deadline IS NOT NULL)) AS due
            """;

    /** Parameters: up to, how many, four times. */
    private static final String PICK = """
            (SELECT member_id, wallet FROM open_lot
             WHERE expires_at < 'infinity' AND active_points + pending_points > 0 AND expires_at <= ?
             ORDER BY expires_at LIMIT ?)
            UNION
            (SELECT member_id, wallet FROM open_lot
             WHERE pending_points > 0 AND activates_at <= ? ORDER BY activates_at LIMIT ?)
            UNION
            (SELECT member_id, wallet FROM open_lot
             WHERE blocked_points > 0 AND expires_at <= ? ORDER BY expires_at LIMIT ?)
            UNION
            (SELECT member_id, wallet FROM account
             WHERE inactivity_deadline <= ? ORDER BY inactivity_deadline LIMIT ?)
            ORDER BY member_id, wallet
            """;

    /** Parameters: members; members and wallets; up to twice, members and wallets. In the order of ids, so that two chunks can't deadlock. */
    private static final String LOCK = """
            SELECT pg_advisory_xact_lock_shared(hashtext('steadfast accounting month'), hashtext(current_schema()));
            SELECT member_id, chain_seq, chain_head FROM standing
            WHERE member_id = ANY (?) ORDER BY member_id FOR UPDATE;
            SELECT max(month) AS month FROM period_close;
            SELECT a.member_id, a.wallet, a.active_points, a.pending_points, a.held_points, a.debt_points,
                   a.lifetime_points, a.next_expiry_at, a.inactivity_deadline
            FROM account a JOIN unnest(?::uuid[], ?::text[]) AS n (member_id, wallet) USING (member_id, wallet);
            SELECT o.member_id, o.lot_id, o.wallet, o.pending_points, o.active_points, o.held_points,
                   o.blocked_points, o.activity_at,
                   nullif(o.activates_at, 'infinity') AS activates_at, nullif(o.expires_at, 'infinity') AS expires_at
            FROM open_lot o
            JOIN unnest(?::uuid[], ?::text[]) AS n (member_id, wallet) USING (member_id, wallet)
            JOIN account a USING (member_id, wallet)
            CROSS JOIN (SELECT ?::timestamptz AS now) clock
            WHERE o.expires_at <= clock.now OR (o.pending_points > 0 AND o.activates_at <= clock.now)
               OR a.inactivity_deadline <= clock.now
            """;

    private final Connection connection;
    private final Instant upTo;
    private final ZoneId zone;

    public DueLots(Connection connection, Instant upTo, ZoneId zone) {
        this.connection = connection;
        this.upTo = upTo;
        this.zone = zone;
    }

    /** A wallet of a member's. */
    private record Account(MemberId member, WalletCode wallet) {}

    /** When the next lot or account falls due. */
    public static Optional<Instant> next(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return Rows.optionalInstant(rows, "due");
        }
    }

    /**
     * Does one chunk.
     *
     * @param lots about how many lots it takes; all that is due of an account is in one chunk
     * @return what was booked, by member; a member whose account was only looked at has none. Empty when nothing is due any
     *     more
     */
    public Map<MemberId, List<EntryDraft>> chunk(int lots) throws SQLException {
        List<Account> accounts = pick(lots);
        Map<MemberId, List<EntryDraft>> booked = new LinkedHashMap<>();
        if (!accounts.isEmpty()) {
            Map<HeldMember, Plan> plans = plans(accounts);
            AccountLapses.write(connection, plans);
            new PostingWriter(connection, upTo, zone).write(plans);
            plans.forEach((held, plan) -> booked.put(held.member(), plan.entries()));
        }
        return booked;
    }

    private List<Account> pick(int lots) throws SQLException {
        List<Account> accounts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(PICK)) {
            Rows.Binder binder = new Rows.Binder(connection, statement);
            for (int i = 0; i < 4; i++) {
                binder.value(upTo).value(lots);
            }
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                accounts.add(new Account(Rows.member(rows), Rows.wallet(rows)));
            }
        }
        return accounts;
    }

    private Map<HeldMember, Plan> plans(List<Account> accounts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            new Rows.Binder(connection, statement)
                    .column("uuid", accounts, account -> account.member().value())
                    .column("uuid", accounts, account -> account.member().value())
                    .column("text", accounts, account -> account.wallet().value())
                    .column("uuid", accounts, account -> account.member().value())
                    .column("text", accounts, account -> account.wallet().value())
                    .value(upTo);
            statement.execute();
            Map<MemberId, HeldMember> held = readHeld(statement);
            readAccounts(Rows.nextResult(statement), held);
            Map<MemberId, List<LotFacts>> lots = readLots(Rows.nextResult(statement));
            return planned(accounts, held, lots);
        }
    }

    private static Map<MemberId, HeldMember> readHeld(PreparedStatement statement) throws SQLException {
        record Head(MemberId member, long seq, byte[] hash) {}
        List<Head> heads = new ArrayList<>();
        ResultSet rows = Rows.nextResult(statement);
        while (rows.next()) {
            heads.add(new Head(Rows.member(rows), rows.getLong("chain_seq"), rows.getBytes("chain_head")));
        }
        ResultSet months = Rows.nextResult(statement);
        months.next();
        Optional<LocalDate> closed = Optional.ofNullable(months.getObject("month", LocalDate.class));
        Map<MemberId, HeldMember> held = new LinkedHashMap<>();
        heads.forEach(head -> held.put(
                head.member(), new HeldMember(head.member(), Optional.empty(), closed, head.seq(), head.hash())));
        return held;
    }

    private static void readAccounts(ResultSet rows, Map<MemberId, HeldMember> held) throws SQLException {
        while (rows.next()) {
            WalletCode wallet = Rows.wallet(rows);
            long debt = rows.getLong("debt_points");
            WalletBalance balance = new WalletBalance(
                    wallet,
                    rows.getLong("active_points") - debt,
                    rows.getLong("pending_points"),
                    rows.getLong("held_points"),
                    0,
                    debt,
                    rows.getLong("lifetime_points"),
                    Rows.optionalInstant(rows, "next_expiry_at"));
            Optional.ofNullable(held.get(Rows.member(rows)))
                    .orElseThrow()
                    .accounts()
                    .put(
                            wallet,
                            new AccountFacts(
                                    balance,
                                    debt,
                                    Rows.optionalInstant(rows, "inactivity_deadline"),
                                    Optional.empty(),
                                    Optional.empty()));
        }
    }

    private static Map<MemberId, List<LotFacts>> readLots(ResultSet rows) throws SQLException {
        Map<MemberId, List<LotFacts>> lots = new HashMap<>();
        while (rows.next()) {
            lots.computeIfAbsent(Rows.member(rows), member -> new ArrayList<>())
                    .add(new LotFacts(
                            Rows.id(rows, "lot_id"),
                            Rows.wallet(rows),
                            rows.getLong("pending_points"),
                            rows.getLong("active_points"),
                            rows.getLong("held_points") - rows.getLong("blocked_points"),
                            rows.getLong("blocked_points"),
                            Rows.dates(rows),
                            Optional.empty()));
        }
        return lots;
    }

    private Map<HeldMember, Plan> planned(
            List<Account> accounts, Map<MemberId, HeldMember> held, Map<MemberId, List<LotFacts>> lots) {
        Map<MemberId, Set<WalletCode>> wallets = new LinkedHashMap<>();
        accounts.forEach(account -> wallets.computeIfAbsent(account.member(), member -> new LinkedHashSet<>())
                .add(account.wallet()));
        Map<HeldMember, Plan> plans = new LinkedHashMap<>();
        wallets.forEach((member, codes) -> {
            HeldMember standing = Optional.ofNullable(held.get(member)).orElseThrow();
            Books books =
                    new Books(upTo, standing.accounts(), lots.getOrDefault(member, List.of()), Map.of(), Map.of());
            plans.put(standing, PostingPlanner.catchUp(books, member, codes, Ids::next));
        });
        return plans;
    }
}
