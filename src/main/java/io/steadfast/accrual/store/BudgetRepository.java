package io.steadfast.accrual.store;

import io.steadfast.platform.persistence.TenantStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Budgets in slots. Most takers find one free slot that holds what they want and wait for nobody; only when no slot alone
 * suffices are all slots locked, in order, emptied together to the last unit and dealt out again. A caller with several
 * budgets takes them in the order of their names, so that no two callers wait for each other.
 */
@Dependent
public class BudgetRepository {

    private static final int MOST_SLOTS = 64;

    /** A slot that serves fewer takers than this is emptied too soon to be worth its row. */
    private static final int TAKERS_PER_SLOT = 4;

    private static final String TAKE_FROM_ONE = """
            UPDATE budget_slot SET remaining = remaining - ?
             WHERE budget = ? AND slot = (SELECT slot FROM budget_slot
                                           WHERE budget = ? AND version >= ? AND remaining >= ?
                                           ORDER BY (slot + ?) % 64 LIMIT 1 FOR UPDATE SKIP LOCKED)
            """;
    private static final String LOOK = """
            SELECT coalesce(sum(remaining), 0) AS remaining, coalesce(min(version), 0) AS version
              FROM budget_slot WHERE budget = ?
            """;
    private static final String OPEN = """
            INSERT INTO budget_slot (budget, slot, version, total, remaining)
            SELECT ?, slot, 0, 0, 0 FROM generate_series(0, 63) AS slot
            ON CONFLICT ON CONSTRAINT budget_slot_key DO NOTHING
            """;
    private static final String LOCK_ALL = """
            SELECT slot, version, total, remaining FROM budget_slot WHERE budget = ? ORDER BY slot FOR UPDATE
            """;
    private static final String DEAL = """
            UPDATE budget_slot AS b SET remaining = dealt.remaining, version = ?, total = ?
              FROM unnest(?::int[], ?::bigint[]) AS dealt (slot, remaining)
             WHERE b.budget = ? AND b.slot = dealt.slot
            """;
    private static final String GIVE_BACK = """
            UPDATE budget_slot SET remaining = remaining + ?
             WHERE budget = ? AND slot = (SELECT slot FROM budget_slot WHERE budget = ?
                                           ORDER BY (slot + ?) % 64 LIMIT 1 FOR UPDATE)
            """;

    @Inject
    TenantStore store;

    /**
     * Takes as much of {@code wanted} as the budget still has.
     *
     * @param version the program version that states {@code total}; a newer one changes the total, an older one doesn't
     * @return what was taken, 0 to {@code wanted}
     */
    public long take(String budget, int version, long total, long wanted) {
        if (wanted <= 0) {
            return 0;
        }
        try {
            Connection connection = store.connection();
            if (tookFromOne(connection, budget, version, wanted)) {
                return wanted;
            }
            return takeFromAll(connection, new Budget(budget, version, total), wanted);
        } catch (SQLException failure) {
            throw new AccrualStoreException(failure);
        }
    }

    /** Puts {@code points} back; what was taken too much, or belongs to points that were taken back. */
    public void giveBack(String budget, long points) {
        if (points <= 0) {
            return;
        }
        try (PreparedStatement statement = store.connection().prepareStatement(GIVE_BACK)) {
            statement.setLong(1, points);
            statement.setString(2, budget);
            statement.setString(3, budget);
            statement.setInt(4, anySlot());
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new AccrualStoreException(failure);
        }
    }

    private static boolean tookFromOne(Connection connection, String budget, int version, long wanted)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE_FROM_ONE)) {
            statement.setLong(1, wanted);
            statement.setString(2, budget);
            statement.setString(3, budget);
            statement.setInt(4, version);
            statement.setLong(5, wanted);
            statement.setInt(6, anySlot());
            return statement.executeUpdate() == 1;
        }
    }

    private static long takeFromAll(Connection connection, Budget budget, long wanted) throws SQLException {
        Optional<Long> seen = remaining(connection, budget);
        if (seen.isPresent() && seen.get() == 0) {
            return 0;
        }
        if (seen.isEmpty()) {
            open(connection, budget);
        }
        List<Slot> slots = locked(connection, budget);
        long known = slots.get(0).total();
        boolean newer = slots.get(0).version() < budget.version();
        long left = slots.stream().mapToLong(Slot::remaining).sum();
        long used = known - left;
        // A newer version's smaller total may lie below what was used already: then nothing is left, and nothing is
        // owed.
        long available = newer ? Math.max(0, budget.total() - used) : left;
        long taken = Math.min(wanted, available);
        int version = Math.max(slots.get(0).version(), budget.version());
        deal(connection, new Budget(budget.name(), version, used + available), available - taken, wanted);
        return taken;
    }

    /** What is left without waiting for anybody; empty when the slots don't know this version yet. */
    private static Optional<Long> remaining(Connection connection, Budget budget) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOOK)) {
            statement.setString(1, budget.name());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt("version") >= budget.version()
                        ? Optional.of(row.getLong("remaining"))
                        : Optional.empty();
            }
        }
    }

    private static void open(Connection connection, Budget budget) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
            statement.setString(1, budget.name());
            statement.executeUpdate();
        }
    }

    private static List<Slot> locked(Connection connection, Budget budget) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK_ALL)) {
            statement.setString(1, budget.name());
            List<Slot> slots = new ArrayList<>(MOST_SLOTS);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    slots.add(new Slot(row.getInt("version"), row.getLong("total"), row.getLong("remaining")));
                }
            }
            return slots;
        }
    }

    private static void deal(Connection connection, Budget budget, long remaining, long wanted) throws SQLException {
        long shares = Math.max(1, Math.min(MOST_SLOTS, remaining / TAKERS_PER_SLOT / wanted));
        Integer[] slots = new Integer[MOST_SLOTS];
        Long[] dealt = new Long[MOST_SLOTS];
        for (int slot = 0; slot < MOST_SLOTS; slot++) {
            slots[slot] = slot;
            dealt[slot] = slot < shares ? remaining / shares + (slot < remaining % shares ? 1 : 0) : 0L;
        }
        Array slotArray = connection.createArrayOf("int4", slots);
        Array dealtArray = connection.createArrayOf("int8", dealt);
        try (PreparedStatement statement = connection.prepareStatement(DEAL)) {
            statement.setInt(1, budget.version());
            statement.setLong(2, budget.total());
            statement.setArray(3, slotArray);
            statement.setArray(4, dealtArray);
            statement.setString(5, budget.name());
            statement.executeUpdate();
        }
    }

    private static int anySlot() {
        return ThreadLocalRandom.current().nextInt(MOST_SLOTS);
    }

    private record Budget(String name, int version, long total) {}

    private record Slot(int version, long total, long remaining) {}
}
