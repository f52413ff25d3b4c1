package io.steadfast.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.ledger.core.DeficitPolicy;
import io.steadfast.ledger.core.LotDates;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posted;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.core.ReturnPolicy;
import io.steadfast.shared.MemberId;
import io.steadfast.support.ClientTest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PostingCostIT extends ClientTest {

    /** What one posting cost. */
    private record Cost(int roundTrips, long rowsRead) {}

    @Test
    void a_posting_takes_no_more_round_trips_than_promised() throws Exception {
        LedgerSchema books = LedgerSchema.make();
        MemberId member = books.member();
        Posted earned = books.post(member, books.grant(100));
        UUID lot = earned.entries().get(0).id();
        assertThat(cost(books, member, books.grant(5)).roundTrips())
                .as("lock and grant")
                .isEqualTo(2);
        assertThat(cost(books, member, books.grant(5), books.grant(7), books.grant(1))
                        .roundTrips())
                .as("lock and three grants")
                .isEqualTo(2);
        assertThat(cost(books, member, LedgerSchema.spend(30)).roundTrips())
                .as("lock, read and use")
                .isEqualTo(3);
        assertThat(cost(books, member, takeBack(lot, 90)).roundTrips())
                .as("lock, read and take back")
                .isEqualTo(3);
    }

    @Test
    void a_posting_costs_the_same_after_ten_thousand_entries_as_after_ten() throws Exception {
        LedgerSchema books = LedgerSchema.make();
        MemberId young = books.member();
        MemberId old = books.member();
        history(books, young, 5);
        history(books, old, 5_000);
        books.run("ANALYZE standing, entry, leg, lot, lot_change, allocation, account, open_lot");
        assertThat(books.number("SELECT chain_seq FROM standing WHERE member_id = '" + old + "'"))
                .isEqualTo(10_000);
        List<Cost> few = costs(books, young);
        List<Cost> many = costs(books, old);
        for (int i = 0; i < few.size(); i++) {
            assertThat(many.get(i).roundTrips()).isEqualTo(few.get(i).roundTrips());
            assertThat(many.get(i).rowsRead())
                    .as("rows read by posting " + i)
                    .isLessThanOrEqualTo(few.get(i).rowsRead() + 20);
        }
    }

    private static List<Cost> costs(LedgerSchema books, MemberId member) throws Exception {
        UUID lot = books.post(member, books.grant(60)).entries().get(0).id();
        UUID use = books.post(member, LedgerSchema.spend(20)).entries().get(0).id();
        return List.of(
                cost(books, member, books.grant(40)),
                cost(books, member, LedgerSchema.spend(10)),
                cost(books, member, takeBack(lot, 5)),
                cost(
                        books,
                        member,
                        new Movement.GiveBack(
                                LedgerSchema.POINTS, use, 20, ReturnPolicy.keepOriginal(), LedgerSchema.RULE)));
    }

    /** Grants that are used up again, in large postings to be quick about it. */
    private static void history(LedgerSchema books, MemberId member, int times) throws Exception {
        int left = times;
        while (left > 0) {
            int step = Math.min(left, 500);
            List<Movement> movements = new ArrayList<>();
            for (int i = 0; i < step; i++) {
                movements.add(
                        books.grant(10, LotDates.usableFrom(books.now).until(books.now.plus(Duration.ofDays(99)))));
            }
            for (int i = 0; i < step; i++) {
                movements.add(LedgerSchema.spend(10));
            }
            books.post(member, movements.toArray(Movement[]::new));
            left -= step;
        }
    }

    private static Movement takeBack(UUID lot, long points) {
        return new Movement.TakeBack(LedgerSchema.POINTS, lot, points, DeficitPolicy.DEBT, LedgerSchema.RULE);
    }

    private static Cost cost(LedgerSchema books, MemberId member, Movement... movements) throws SQLException {
        return books.call(connection -> {
            AtomicInteger trips = new AtomicInteger();
            Connection counting = counting(connection, trips);
            HeldMember held = MemberLock.lock(counting, member, books.now).orElseThrow();
            new MemberBooks(counting, books.now, LedgerSchema.ZONE)
                    .post(held, Posting.of(member, books.now, movements));
            return new Cost(trips.get(), rowsRead(connection));
        });
    }

    /** What this transaction has read of the books, by index or not. */
    private static long rowsRead(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) FROM pg_stat_xact_user_tables"
                                + " WHERE schemaname = current_schema()")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** A connection that counts what is sent: one execution is one round trip, however many statements its text has. */
    private static Connection counting(Connection connection, AtomicInteger trips) {
        return (Connection) proxy(Connection.class, connection, (name, result) -> {
            if (result instanceof PreparedStatement statement) {
                return proxy(PreparedStatement.class, statement, (call, value) -> {
                    if (call.startsWith("execute")) {
                        trips.incrementAndGet();
                    }
                    return value;
                });
            }
            return result;
        });
    }

    /** Looks at what a call gave back. */
    @FunctionalInterface
    private interface Watcher {

        Object seen(String call, Object result);
    }

    private static Object proxy(Class<?> type, Object target, Watcher watcher) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            try {
                return watcher.seen(method.getName(), method.invoke(target, arguments));
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        });
    }
}
