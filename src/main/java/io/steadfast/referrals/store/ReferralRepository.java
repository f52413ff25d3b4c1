package io.steadfast.referrals.store;

import io.steadfast.platform.persistence.BoundStatement;
import io.steadfast.platform.persistence.Row;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.referrals.core.Friendship;
import io.steadfast.referrals.core.Friendship.Paid;
import io.steadfast.referrals.core.Friendship.Reward;
import io.steadfast.referrals.core.Friendship.WinningOrder;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who brought whom. A row is changed only while the lock of one of its two members is held. */
@ApplicationScoped
public class ReferralRepository {

    private static final String SELECT = """
            SELECT referral_id, program, referrer_id, friend_id, joined_at, state, order_id, order_source,
                   order_reference, due_at, referrer_paid, referrer_points, referrer_skipped, friend_paid,
                   friend_points, friend_skipped
              FROM referral
            """;
    private static final String ONE = SELECT + " WHERE referral_id = ?";
    private static final String LOCK = ONE + " FOR UPDATE";
    private static final String OF_FRIEND = SELECT + " WHERE friend_id = ? AND program = ? FOR UPDATE";
    private static final String OF_ORDER = SELECT + " WHERE order_id = ? ORDER BY referral_id FOR UPDATE";
    private static final String OF_REFERRER =
            SELECT + " WHERE referrer_id = ? AND referral_id < ? ORDER BY referral_id DESC LIMIT ?";
    private static final String DUE = SELECT + " WHERE due_at <= ? ORDER BY due_at, referral_id LIMIT ?";
    private static final String NEXT = "SELECT min(due_at) AS due FROM referral WHERE due_at IS NOT NULL";
    private static final String ADD = """
            INSERT INTO referral (referral_id, program, referrer_id, friend_id, joined_at, state, recorded_at)
            VALUES (?, ?, ?, ?, ?, 'JOINED', ?)
            """;
    private static final String KEEP = """
            UPDATE referral SET state = ?, order_id = ?, order_source = ?, order_reference = ?, due_at = ?,
                   referrer_paid = ?, referrer_points = ?, referrer_skipped = ?, friend_paid = ?, friend_points = ?,
                   friend_skipped = ?
             WHERE referral_id = ?
            """;
    private static final String COUNT = """
            SELECT count(*) AS friends, count(*) FILTER (WHERE state = 'REWARDED') AS rewarded
              FROM referral WHERE referrer_id = ? AND program = ?
            """;
    private static final UUID LAST_ID = new UUID(-1L, -1L);

    @Inject
    private TenantStore store;

    /** How many friends a member brought, and how many were won for good so far. */
    public record Counts(long friends, long rewarded) {}

    public void add(UUID id, ProgramCode program, MemberId referrer, MemberId friend, Joined joined) {
        store.sql(ADD)
                .id(id)
                .text(program.value())
                .id(referrer.value())
                .id(friend.value())
                .instant(joined.at())
                .instant(joined.recordedAt())
                .run();
    }

    /** When a friend joined, and when that was written down. */
    public record Joined(Instant at, Instant recordedAt) {}

    /** As it stands at this moment; another transaction may be changing it. */
    public Optional<Friendship> find(UUID id) {
        return store.sql(ONE).id(id).one(ReferralRepository::friendship);
    }

    /** Held until the transaction ends. */
    public Optional<Friendship> lock(UUID id) {
        return store.sql(LOCK).id(id).one(ReferralRepository::friendship);
    }

    /** How the friend came; held until the transaction ends. */
    public Optional<Friendship> ofFriend(MemberId friend, ProgramCode program) {
        return store.sql(OF_FRIEND).id(friend.value()).text(program.value()).one(ReferralRepository::friendship);
    }

    /** Those whom this order wins; held until the transaction ends. */
    public List<Friendship> ofOrder(UUID orderId) {
        return store.sql(OF_ORDER).id(orderId).all(ReferralRepository::friendship);
    }

    /** A member's friends, who joined last first. */
    public List<Friendship> ofReferrer(MemberId referrer, Optional<UUID> after, int most) {
        return store.sql(OF_REFERRER)
                .id(referrer.value())
                .id(after.orElse(LAST_ID))
                .number(most)
                .all(ReferralRepository::friendship);
    }

    /** Those about which something is to be done by then, the earliest first. */
    public List<Friendship> due(Instant upTo, int most) {
        return store.sql(DUE).instant(upTo).number(most).all(ReferralRepository::friendship);
    }

    /** When the next one falls due. */
    public Optional<Instant> nextDue() {
        return store.sql(NEXT).one(row -> row.optionalInstant("due")).flatMap(due -> due);
    }

    public Counts count(MemberId referrer, ProgramCode program) {
        return store.sql(COUNT)
                .id(referrer.value())
                .text(program.value())
                .one(row -> new Counts(row.number("friends"), row.number("rewarded")))
                .orElseThrow();
    }

    /** Puts it in place of what stood. */
    public void keep(Friendship one) {
        BoundStatement statement = store.sql(KEEP)
                .text(one.state().name())
                .id(one.order().map(WinningOrder::id))
                .text(one.order().map(WinningOrder::source))
                .text(one.order().map(WinningOrder::reference))
                .instant(one.dueAt());
        reward(reward(statement, one.referrerReward()), one.friendReward())
                .id(one.id())
                .run();
    }

    private static BoundStatement reward(BoundStatement statement, Reward reward) {
        return statement
                .truth(reward.paid() == Paid.YES)
                .number(reward.points())
                .text(String.join(",", reward.skipped()));
    }

    private static Friendship friendship(Row row) throws SQLException {
        return new Friendship(
                row.id("referral_id"),
                new ProgramCode(row.text("program")),
                new MemberId(row.id("referrer_id")),
                new MemberId(row.id("friend_id")),
                row.instant("joined_at"),
                Friendship.State.valueOf(row.text("state")),
                order(row),
                row.optionalInstant("due_at"),
                reward(row, "referrer"),
                reward(row, "friend"));
    }

    private static Optional<WinningOrder> order(Row row) throws SQLException {
        Optional<UUID> id = row.optionalId("order_id");
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new WinningOrder(id.get(), row.text("order_source"), row.text("order_reference")));
    }

    private static Reward reward(Row row, String side) throws SQLException {
        String skipped = row.text(side + "_skipped");
        return new Reward(
                row.truth(side + "_paid") ? Paid.YES : Paid.NO,
                row.number(side + "_points"),
                skipped.isEmpty() ? List.of() : List.of(skipped.split(",")));
    }
}
