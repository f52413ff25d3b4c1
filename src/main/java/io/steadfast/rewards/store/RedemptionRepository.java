package io.steadfast.rewards.store;

import io.steadfast.platform.persistence.Row;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.rewards.core.Redemption;
import io.steadfast.rewards.core.RedemptionCause;
import io.steadfast.rewards.core.RedemptionEvent;
import io.steadfast.rewards.core.RedemptionState;
import io.steadfast.rewards.core.RewardOrder;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
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
                   credit_entry_id, stock_taken, state, order_source, order_reference, store, made_at, valid_until,
                   cause, occasion_id, seq
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
                                    made_at, valid_until, cause, occasion_id, seq)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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

    /** What redeemed itself for a member and for who was merged into them, the latest first. */
    private static final String AUTOMATIC = """
            WITH RECURSIVE same (member_id) AS (
                SELECT ?::uuid
                UNION SELECT m.source_id FROM same AS s JOIN member_merge AS m ON m.survivor_id = s.member_id)
            """ + COLUMNS + """
            WHERE member_id = ANY (ARRAY(SELECT member_id FROM same)) AND cause = 'AUTOMATIC' AND state = 'ISSUED'
              AND wallet = ANY (?)
            ORDER BY redemption_id DESC LIMIT ?
            """;

    /** What redeemed itself for an order or activity of a member's, or of whom they were merged into since. */
    private static final String OF_OCCASION = """
            WITH RECURSIVE same (member_id) AS (
                SELECT ?::uuid
                UNION SELECT m.survivor_id FROM same AS s JOIN member_merge AS m ON m.source_id = s.member_id)
            """ + COLUMNS + """
            WHERE member_id = ANY (ARRAY(SELECT member_id FROM same)) AND occasion_id = ? AND state <> 'CANCELLED'
            ORDER BY redemption_id
            """;

    private static final String OF_ENTRIES = COLUMNS + "WHERE entry_id = ANY (?) ORDER BY redemption_id";

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
        statement.setString(first + 19, made.cause().name());
        statement.setObject(first + 20, made.occasion().orElse(null), Types.OTHER);
        statement.setInt(first + 21, made.seq());
        return first + 22;
    }

    /** Writes what became of it, and the redemption as it is then. */
    public void became(Redemption after, RedemptionEvent event) {
        add(after.id(), event);
        int kept = store.sql(KEEP)
                .text(after.state().name())
                .number(after.seq())
                .id(after.id())
                .number(after.seq() - 1)
                .run();
        if (kept != 1) {
            throw new IllegalStateException("Redemption " + after.id() + " was changed beside the member's lock");
        }
    }

    public Optional<Redemption> find(UUID id) {
        return store.sql(BY_ID).id(id).one(RedemptionRepository::read);
    }

    /** Redemptions of a reward, the newest first. */
    public List<Redemption> ofReward(ProgramCode program, RewardCode reward, Optional<UUID> after, int most) {
        return store.sql(OF_REWARD)
                .text(program.value())
                .text(reward.value())
                .id(after.orElse(LAST))
                .number(most)
                .all(RedemptionRepository::read);
    }

    /** What redeemed itself of these wallets and stands, the latest first. */
    public List<Redemption> automatic(MemberId member, Collection<WalletCode> wallets, int most) {
        return store.sql(AUTOMATIC)
                .id(member.value())
                .texts(wallets)
                .number(most)
                .all(RedemptionRepository::read);
    }

    /** What redeemed itself because of an order or activity of a member's, and stands; in the order in which it did. */
    public List<Redemption> ofOccasion(MemberId member, UUID occasion) {
        return store.sql(OF_OCCASION).id(member.value()).id(occasion).all(RedemptionRepository::read);
    }

    /** The redemptions that used points by these entries. */
    public List<Redemption> ofEntries(Collection<UUID> entries) {
        return store.sql(OF_ENTRIES).ids(entries).all(RedemptionRepository::read);
    }

    /** Rights that a member bought and that hold at an instant. */
    public List<Redemption> rights(MemberId member, Instant at) {
        return store.sql(RIGHTS).id(member.value()).instant(at).instant(at).all(RedemptionRepository::read);
    }

    public List<RedemptionEvent> events(UUID redemption) {
        return store.sql(EVENTS)
                .id(redemption)
                .all(row -> new RedemptionEvent(
                        row.integer("seq"),
                        RedemptionState.valueOf(row.text("state")),
                        row.text("actor_kind"),
                        row.text("actor_id"),
                        row.text("reason"),
                        row.instant("at")));
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
        Map<RewardCode, Long> issued = new LinkedHashMap<>();
        store.sql(ISSUED)
                .text(program.value())
                .all(row -> Map.entry(new RewardCode(row.text("reward")), row.number("issued")))
                .forEach(each -> issued.put(each.getKey(), each.getValue()));
        return issued;
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

    private static Redemption read(Row row) throws SQLException {
        Optional<String> reference = row.optionalText("order_reference");
        Optional<RewardOrder> order = row.optionalText("order_source")
                .flatMap(source -> reference.map(each -> new RewardOrder(source, each)));
        return new Redemption(
                row.id("redemption_id"),
                new MemberId(row.id("member_id")),
                new ProgramCode(row.text("program")),
                row.integer("version"),
                new RewardCode(row.text("reward")),
                row.text("kind"),
                row.integer("quantity"),
                new WalletCode(row.text("wallet")),
                row.number("points"),
                row.number("money"),
                row.id("entry_id"),
                row.optionalId("credit_entry_id"),
                row.integer("stock_taken"),
                RedemptionState.valueOf(row.text("state")),
                order,
                row.optionalText("store"),
                row.instant("made_at"),
                row.optionalInstant("valid_until"),
                RedemptionCause.valueOf(row.text("cause")),
                row.optionalId("occasion_id"),
                row.integer("seq"));
    }

    private static void time(PreparedStatement statement, int position, Optional<Instant> instant) throws SQLException {
        statement.setObject(
                position,
                instant.map(each -> each.atOffset(ZoneOffset.UTC)).orElse(null),
                Types.TIMESTAMP_WITH_TIMEZONE);
    }
}
