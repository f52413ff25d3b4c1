package io.steadfast.rewards.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.rewards.core.Redemption;
import io.steadfast.rewards.core.RedemptionEvent;
import io.steadfast.rewards.core.RedemptionState;
import io.steadfast.rewards.core.RewardOrder;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Redemptions by id, member and reward. Whoever changes one has locked its member. */
@Dependent
public class RedemptionRepository {

    private static final String COLUMNS = """
            SELECT redemption_id, member_id, program, version, reward, kind, quantity, wallet, points, money, entry_id,
                   credit_entry_id, stock_taken, state, order_source, order_reference, store, made_at, valid_until, seq
              FROM redemption
            """;
    private static final String BY_ID = COLUMNS + "WHERE redemption_id = ?";
    private static final String OF_REWARD =
            COLUMNS + "WHERE program = ? AND reward = ? AND redemption_id < ? ORDER BY redemption_id DESC LIMIT ?";
    private static final String RIGHTS = COLUMNS + """
            WHERE member_id = ? AND kind = 'early_access' AND state = 'ISSUED' AND made_at <= ?
              AND (valid_until IS NULL OR valid_until > ?)
            ORDER BY redemption_id
            """;
    private static final String ADD = """
            INSERT INTO redemption (redemption_id, member_id, program, version, reward, kind, quantity, wallet, points, money,
                                    entry_id, credit_entry_id, stock_taken, state, order_source, order_reference, store,
                                    made_at, valid_until, seq)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String KEEP = "UPDATE redemption SET state = ?, seq = ? WHERE redemption_id = ? AND seq = ?";
    private static final String ADD_EVENT = """
            INSERT INTO redemption_event (redemption_id, seq, state, actor_kind, actor_id, reason, at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String EVENTS = """
            SELECT seq, state, actor_kind, actor_id, reason, at FROM redemption_event WHERE redemption_id = ? ORDER BY seq
            """;
    private static final String HAD = """
            SELECT r.reward, sum(r.quantity)::bigint AS had
              FROM unnest(?::text[], ?::timestamptz[]) AS counted (reward, since)
              JOIN redemption AS r ON r.reward = counted.reward AND r.made_at >= counted.since
             WHERE r.member_id = ? AND r.program = ? AND r.state <> 'CANCELLED'
             GROUP BY r.reward
            """;
    private static final String ISSUED = """
            SELECT reward, sum(quantity) AS issued FROM redemption WHERE program = ? AND state <> 'CANCELLED' GROUP BY reward
            """;

    private static final String PAYING = """
            SELECT coalesce(sum(points), 0)::bigint AS points FROM redemption
             WHERE order_source = ? AND order_reference = ? AND member_id = ? AND wallet = ? AND state <> 'CANCELLED'
            """;

    private static final UUID LAST = new UUID(-1, -1);

    @Inject
    private TenantStore store;

    /** What of a member's wallet redemptions used for an order; those of this transaction too. */
    public long paying(MemberId member, WalletCode wallet, RewardOrder order) {
        return store.sql(PAYING)
                .text(order.source())
                .text(order.reference())
                .id(member.value())
                .text(wallet.value())
                .one(row -> row.number("points"))
                .orElse(0L);
    }

    /** Goes out with whatever else the transaction writes last. */
    public void add(Redemption made, RedemptionEvent event) {
        store.send(List.of(ADD), (statement, first) -> bind(statement, first, made));
        add(made.id(), event);
    }

    private static int bind(PreparedStatement statement, int first, Redemption made) throws SQLException {
        statement.setObject(first, made.id());
        statement.setObject(first + 1, made.member().value());
        statement.setString(first + 2, made.program().value());
        statement.setInt(first + 3, made.version());
        statement.setString(first + 4, made.reward().value());
        statement.setString(first + 5, made.kind());
        statement.setInt(first + 6, made.quantity());
        statement.setString(first + 7, made.wallet().value());
        statement.setLong(first + 8, made.points());
        statement.setLong(first + 9, made.money());
        statement.setObject(first + 10, made.entry());
        statement.setObject(first + 11, made.credit().orElse(null), Types.OTHER);
        statement.setInt(first + 12, made.stockTaken());
        statement.setString(first + 13, made.state().name());
        statement.setString(first + 14, made.order().map(RewardOrder::source).orElse(null));
        statement.setString(first + 15, made.order().map(RewardOrder::reference).orElse(null));
        statement.setString(first + 16, made.store().orElse(null));
        time(statement, first + 17, Optional.of(made.madeAt()));
        time(statement, first + 18, made.validUntil());
        statement.setInt(first + 19, made.seq());
        return first + 20;
    }

    /** Writes what became of it, and the redemption as it is then. */
    public void became(Redemption after, RedemptionEvent event) {
        add(after.id(), event);
        try (PreparedStatement statement = store.connection().prepareStatement(KEEP)) {
            statement.setString(1, after.state().name());
            statement.setInt(2, after.seq());
            statement.setObject(3, after.id());
            statement.setInt(4, after.seq() - 1);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("Redemption " + after.id() + " was changed beside the member's lock");
            }
        } catch (SQLException failure) {
            throw new RewardStoreException(failure);
        }
    }

    public Optional<Redemption> find(UUID id) {
        return list(BY_ID, id).stream().findFirst();
    }

    /** Redemptions of a reward, the newest first. */
    public List<Redemption> ofReward(ProgramCode program, RewardCode reward, Optional<UUID> after, int most) {
        return list(OF_REWARD, program.value(), reward.value(), after.orElse(LAST), most);
    }

    /** Rights that a member bought and that hold at an instant. */
    public List<Redemption> rights(MemberId member, Instant at) {
        return list(RIGHTS, member.value(), at, at);
    }

    public List<RedemptionEvent> events(UUID redemption) {
        try (PreparedStatement statement = store.connection().prepareStatement(EVENTS)) {
            statement.setObject(1, redemption);
            List<RedemptionEvent> events = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    events.add(new RedemptionEvent(
                            row.getInt("seq"),
                            RedemptionState.valueOf(row.getString("state")),
                            row.getString("actor_kind"),
                            row.getString("actor_id"),
                            row.getString("reason"),
                            instant(row, "at").orElseThrow()));
                }
            }
            return events;
        } catch (SQLException failure) {
            throw new RewardStoreException(failure);
        }
    }

    /** How many of these rewards the member has had, each since its instant, those taken back left out; asks nothing for none. */
    public Map<RewardCode, Long> had(MemberId member, ProgramCode program, Map<RewardCode, Instant> since) {
        Map<RewardCode, Long> had = new HashMap<>();
        if (!since.isEmpty()) {
            List<RewardCode> rewards = List.copyOf(since.keySet());
            store.sql(HAD)
                    .texts(rewards)
                    .texts(rewards.stream().map(since::get).toList())
                    .id(member.value())
                    .text(program.value())
                    .all(row -> Map.entry(new RewardCode(row.text("reward")), row.number("had")))
                    .forEach(each -> had.put(each.getKey(), each.getValue()));
        }
        return had;
    }

    /** How many of each reward of a program were given, those taken back left out. */
    public Map<RewardCode, Long> issued(ProgramCode program) {
        try (PreparedStatement statement = store.connection().prepareStatement(ISSUED)) {
            statement.setString(1, program.value());
            Map<RewardCode, Long> issued = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    issued.put(new RewardCode(row.getString("reward")), row.getLong("issued"));
                }
            }
            return issued;
        } catch (SQLException failure) {
            throw new RewardStoreException(failure);
        }
    }

    private void add(UUID redemption, RedemptionEvent event) {
        store.send(List.of(ADD_EVENT), (statement, first) -> {
            statement.setObject(first, redemption);
            statement.setInt(first + 1, event.seq());
            statement.setString(first + 2, event.state().name());
            statement.setString(first + 3, event.actorKind());
            statement.setString(first + 4, event.actorId());
            statement.setString(first + 5, event.reason());
            time(statement, first + 6, Optional.of(event.at()));
            return first + 7;
        });
    }

    private List<Redemption> list(String sql, Object... parameters) {
        try (PreparedStatement statement = store.connection().prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                Object value = parameters[index];
                statement.setObject(
                        index + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
            }
            List<Redemption> redemptions = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    redemptions.add(read(row));
                }
            }
            return redemptions;
        } catch (SQLException failure) {
            throw new RewardStoreException(failure);
        }
    }

    private static Redemption read(ResultSet row) throws SQLException {
        Optional<String> reference = Optional.ofNullable(row.getString("order_reference"));
        Optional<RewardOrder> order = Optional.ofNullable(row.getString("order_source"))
                .flatMap(source -> reference.map(each -> new RewardOrder(source, each)));
        return new Redemption(
                row.getObject("redemption_id", UUID.class),
                new MemberId(row.getObject("member_id", UUID.class)),
                new ProgramCode(row.getString("program")),
                row.getInt("version"),
                new RewardCode(row.getString("reward")),
                row.getString("kind"),
                row.getInt("quantity"),
                new WalletCode(row.getString("wallet")),
                row.getLong("points"),
                row.getLong("money"),
                row.getObject("entry_id", UUID.class),
                Optional.ofNullable(row.getObject("credit_entry_id", UUID.class)),
                row.getInt("stock_taken"),
                RedemptionState.valueOf(row.getString("state")),
                order,
                Optional.ofNullable(row.getString("store")),
                instant(row, "made_at").orElseThrow(),
                instant(row, "valid_until"),
                row.getInt("seq"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static void time(PreparedStatement statement, int position, Optional<Instant> instant) throws SQLException {
        statement.setObject(
                position,
                instant.map(each -> each.atOffset(ZoneOffset.UTC)).orElse(null),
                Types.TIMESTAMP_WITH_TIMEZONE);
    }
}
