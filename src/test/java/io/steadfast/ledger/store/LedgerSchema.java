package io.steadfast.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.ledger.core.CanonicalBytes;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.ConsumptionOrder;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.LotDates;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posted;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Origin;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.support.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The ledger's tables in a schema of a test's own, reached without a server, with a clock that the test moves. */
final class LedgerSchema {

    static final WalletCode POINTS = new WalletCode("points");
    static final ZoneId ZONE = ZoneOffset.UTC;
    static final Cause RULE = Cause.rule(new Origin(Origin.Kind.PROGRAM, "P1", 1, Optional.of(new RuleCode("base"))));

    /** The migrations that make and change the ledger's own tables, in their order. */
    private static final List<String> SCRIPTS = List.of(
            "V040__ledger.sql",
            "V123__notices.sql",
            "V125__credit_of_an_order.sql",
            "V161__blocked_points.sql",
            "V162__reinstated_lots.sql",
            "V240__lapsed_promises.sql",
            "V241__lapsed_accounts.sql",
            "V250__account_lapses.sql",
            "V260__merged_members.sql");

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    final String name;
    Instant now = Instant.parse("2026-06-15T12:00:00Z");

    /** Work with a connection in a transaction. */
    @FunctionalInterface
    interface Work<T> {

        T on(Connection connection) throws SQLException;
    }

    private LedgerSchema(String name) {
        this.name = name;
    }

    static LedgerSchema make() throws SQLException, IOException {
        LedgerSchema schema = new LedgerSchema("ledger_test_" + System.nanoTime() + "_" + SCHEMAS.incrementAndGet());
        try (Connection connection = TestDatabase.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema.name);
            statement.execute("SET search_path TO " + schema.name);
            for (String script : SCRIPTS) {
                statement.execute(text(script));
            }
        }
        return schema;
    }

    private static String text(String script) throws IOException {
        try (InputStream bytes = LedgerSchema.class.getResourceAsStream("/db/tenant/" + script)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Connection connect() throws SQLException {
        Connection connection = TestDatabase.superuser();
        connection.setSchema(name);
        connection.setAutoCommit(false);
        return connection;
    }

    <T> T call(Work<T> work) throws SQLException {
        try (Connection connection = connect()) {
            T result = work.on(connection);
            connection.commit();
            return result;
        }
    }

    int run(String sql) throws SQLException {
        return call(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }

    long number(String sql) throws SQLException {
        return call(connection -> {
            try (Statement statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    MemberId member() throws SQLException {
        MemberId member = new MemberId(Ids.next());
        call(connection -> {
            MemberLock.open(connection, member, now, CanonicalBytes.nothingBefore());
            return member;
        });
        return member;
    }

    Posted post(MemberId member, Movement... movements) throws SQLException {
        return post(Posting.of(member, now, movements));
    }

    Posted post(Posting posting) throws SQLException {
        return call(connection -> {
            HeldMember held = MemberLock.lock(connection, posting.member(), now).orElseThrow();
            return new MemberBooks(connection, now, ZONE).post(held, posting);
        });
    }

    Movement.Grant grant(long points, LotDates dates) {
        return Movement.Grant.accrual(POINTS, points, dates, RULE);
    }

    /** Usable at once, never expiring. */
    Movement.Grant grant(long points) {
        return grant(points, LotDates.usableFrom(now));
    }

    static Movement.Spend spend(long points) {
        return new Movement.Spend(
                EntryKind.REDEMPTION,
                POINTS,
                points,
                ConsumptionOrder.EARLIEST_EXPIRY,
                Cause.of(new Cause.Authority("KEY", "till", "REDEMPTION")));
    }

    /** Every invariant holds, and every row fits its hash. */
    void requireWhole() throws SQLException {
        assertThat(call(InvariantSql::violations)).isEmpty();
        assertThat(call(ChainVerifier::firstTampered)).isEmpty();
    }

    /** Runs the job over lots until nothing is due; how many chunks had work. */
    int bookDueLots(int lots) throws SQLException {
        int chunks = 0;
        while (call(connection -> new DueLots(connection, now, ZONE).chunk(lots))
                        .size()
                > 0) {
            chunks++;
        }
        return chunks;
    }

    long spendable(MemberId member) throws SQLException {
        return balance(member).spendable();
    }

    /** By the clock. */
    WalletBalance balance(MemberId member) throws SQLException {
        return call(connection -> MemberLock.lock(connection, member, now)
                .orElseThrow()
                .account(POINTS)
                .balance());
    }
}
