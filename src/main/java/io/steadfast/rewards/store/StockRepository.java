package io.steadfast.rewards.store;

import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.security.Actor;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.rewards.core.Stock;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** What is left of rewards that can run out. A row exists for those only; the places of an event stand in the document. */
@Dependent
public class StockRepository {

    private static final String ALL = "SELECT reward, supplied, taken FROM reward_stock WHERE program = ?";
    private static final String OF_CODE = "SELECT program, supplied, taken FROM reward_stock WHERE reward = ?";
    private static final String SUPPLY = """
            INSERT INTO reward_stock (program, reward, supplied, taken) VALUES (?, ?, ?, 0)
            ON CONFLICT ON CONSTRAINT reward_stock_key DO UPDATE SET supplied = reward_stock.supplied + excluded.supplied
            RETURNING supplied, taken
            """;
    private static final String SUPPLIED = """
            INSERT INTO stock_supply (supply_id, program, reward, change, actor_kind, actor_id, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String OPEN = """
            INSERT INTO reward_stock (program, reward, supplied, taken) VALUES (?, ?, 0, 0)
            ON CONFLICT ON CONSTRAINT reward_stock_key DO NOTHING
            """;
    private static final String TAKE = """
            UPDATE reward_stock SET taken = taken + ? WHERE program = ? AND reward = ? AND taken + ? <= supplied + ?
            """;
    private static final String GIVE_BACK =
            "UPDATE reward_stock SET taken = taken - ? WHERE program = ? AND reward = ?";

    @Inject
    private TenantStore store;

    /** What is kept of a program's rewards, without the places of events; a reward that isn't there has no stock of its own. */
    public Map<RewardCode, Stock> of(ProgramCode program) {
        try (PreparedStatement statement = store.connection().prepareStatement(ALL)) {
            statement.setString(1, program.value());
            Map<RewardCode, Stock> stocks = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    stocks.put(new RewardCode(row.getString("reward")), read(row));
                }
            }
            return stocks;
        } catch (SQLException failure) {
            throw new RewardStoreException(failure);
        }
    }

    /** What is kept of the rewards of a code, by program, read with whatever else is asked by the time it is needed. */
    public Supplier<Map<ProgramCode, Stock>> ask(RewardCode reward) {
        return store.ask(
                List.of(OF_CODE),
                (statement, first) -> {
                    statement.setString(first, reward.value());
                    return first + 1;
                },
                results -> {
                    Map<ProgramCode, Stock> stocks = new LinkedHashMap<>();
                    ResultSet row = results.rows();
                    while (row.next()) {
                        stocks.put(new ProgramCode(row.getString("program")), read(row));
                    }
                    return stocks;
                });
    }

    /** Puts in, or takes out by hand; answers what is kept then. */
    public Stock supply(ProgramCode program, RewardCode reward, long change, By by) {
        try (PreparedStatement written = store.connection().prepareStatement(SUPPLIED);
                PreparedStatement statement = store.connection().prepareStatement(SUPPLY)) {
            written.setObject(1, Ids.next());
            written.setString(2, program.value());
            written.setString(3, reward.value());
            written.setLong(4, change);
            written.setString(5, by.actor().kind().name());
            written.setString(6, by.actor().id());
            written.setObject(7, by.at().atOffset(ZoneOffset.UTC));
            written.executeUpdate();
            statement.setString(1, program.value());
            statement.setString(2, reward.value());
            statement.setLong(3, change);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return read(row);
            }
        } catch (SQLException failure) {
            throw new RewardStoreException(failure);
        }
    }

    /** Who moved stock by hand, and when. */
    public record By(Actor actor, Instant at) {}

    /**
     * Takes so many if that many are left; false when they aren't. The row is locked until the transaction is over.
     *
     * @param places of an event, on top of what was put in
     */
    public boolean take(ProgramCode program, RewardCode reward, int quantity, int places) {
        try (PreparedStatement open = store.connection().prepareStatement(OPEN);
                PreparedStatement statement = store.connection().prepareStatement(TAKE)) {
            if (places > 0) {
                open.setString(1, program.value());
                open.setString(2, reward.value());
                open.executeUpdate();
            }
            statement.setLong(1, quantity);
            statement.setString(2, program.value());
            statement.setString(3, reward.value());
            statement.setLong(4, quantity);
            statement.setLong(5, places);
            return statement.executeUpdate() == 1;
        } catch (SQLException failure) {
            throw new RewardStoreException(failure);
        }
    }

    public void giveBack(ProgramCode program, RewardCode reward, int quantity) {
        try (PreparedStatement statement = store.connection().prepareStatement(GIVE_BACK)) {
            statement.setLong(1, quantity);
            statement.setString(2, program.value());
            statement.setString(3, reward.value());
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("No stock of " + reward + " to give back to");
            }
        } catch (SQLException failure) {
            throw new RewardStoreException(failure);
        }
    }

    private static Stock read(ResultSet row) throws SQLException {
        return new Stock(OptionalLong.of(row.getLong("supplied")), row.getLong("taken"));
    }
}
