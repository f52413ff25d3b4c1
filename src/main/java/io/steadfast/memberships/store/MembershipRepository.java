package io.steadfast.memberships.store;

import io.steadfast.memberships.core.Leave;
import io.steadfast.memberships.core.MembershipId;
import io.steadfast.memberships.core.Outcome;
import io.steadfast.memberships.core.PlanTerms;
import io.steadfast.memberships.core.PriceNotice;
import io.steadfast.memberships.core.Subscription;
import io.steadfast.platform.persistence.Asked;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.security.Actor;
import io.steadfast.shared.MemberId;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was agreed and what happened; only ever added to. */
@Dependent
public class MembershipRepository {

    private static final String ADD = """
            INSERT INTO membership (membership_id, member_id, program, plan, version, pay_every, price, currency,
                                    trial_days, grace_days, renewal, past_due, refund, price_notice_days, zone,
                                    started_at, actor_kind, actor_id, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ADD_FACT = """
            INSERT INTO membership_fact (membership_id, kind, reference, payment, at, amount, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String OF_MEMBER = """
            SELECT m.membership_id, m.member_id, m.program, m.plan, m.version, m.pay_every, m.price, m.currency,
                   m.trial_days, m.grace_days, m.renewal, m.past_due, m.refund, m.price_notice_days, m.zone, m.started_at,
                   f.kind, f.reference, f.payment, f.at, f.amount
              FROM membership m LEFT JOIN membership_fact f ON f.membership_id = m.membership_id
             WHERE m.member_id = ? ORDER BY m.membership_id, f.at, f.kind, f.reference
            """;
    private static final String BY_ID = """
            SELECT m.membership_id, m.member_id, m.program, m.plan, m.version, m.pay_every, m.price, m.currency,
                   m.trial_days, m.grace_days, m.renewal, m.past_due, m.refund, m.price_notice_days, m.zone, m.started_at,
                   f.kind, f.reference, f.payment, f.at, f.amount
              FROM membership m LEFT JOIN membership_fact f ON f.membership_id = m.membership_id
             WHERE m.membership_id = ANY (?) ORDER BY m.membership_id, f.at, f.kind, f.reference
            """;

    private static final String OWNER = "SELECT member_id FROM membership WHERE membership_id = ?";

    @Inject
    TenantStore store;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    /** The key under which a transaction keeps a locked member's memberships. */
    private record AheadKey(MemberId member) {}

    private record Ahead(Asked<List<Subscription>> memberships) {}

    public void add(Subscription subscription, Actor by, Instant recordedAt) {
        PlanTerms terms = subscription.terms();
        try (PreparedStatement statement = store.connection().prepareStatement(ADD)) {
            statement.setObject(1, subscription.id().value());
            statement.setObject(2, subscription.member().value());
            statement.setString(3, subscription.program().value());
            statement.setString(4, subscription.plan().value());
            statement.setInt(5, subscription.version());
            statement.setString(6, terms.interval().name());
            statement.setLong(7, terms.price().amount());
            statement.setString(8, terms.price().currency().getCurrencyCode());
            statement.setInt(9, terms.trialDays());
            statement.setInt(10, terms.graceDays());
            statement.setString(11, terms.renewal().name());
            statement.setString(12, terms.pastDue().name());
            statement.setString(13, terms.refund().name());
            statement.setInt(14, terms.priceNoticeDays());
            statement.setString(15, terms.zone().getId());
            statement.setObject(16, subscription.startedAt().atOffset(ZoneOffset.UTC));
            statement.setString(17, by.kind().name());
            statement.setString(18, by.id());
            statement.setObject(19, recordedAt.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new MembershipStoreException(failure);
        }
    }

    public void add(MembershipId id, Outcome outcome, Instant recordedAt) {
        addFact(
                id,
                new FactRow(
                        outcome.kind().name(),
                        outcome.reference(),
                        outcome.payment(),
                        outcome.at(),
                        outcome.amount().amount()),
                recordedAt);
    }

    public void add(MembershipId id, Leave leave, Instant recordedAt) {
        String reference = leave.when().name();
        addFact(
                id,
                new FactRow(
                        FactRow.LEFT,
                        reference,
                        reference,
                        leave.at(),
                        leave.refund().amount()),
                recordedAt);
    }

    public void add(MembershipId id, PriceNotice notice, Instant recordedAt) {
        String reference = notice.at().toString();
        addFact(id, new FactRow(FactRow.PRICE_NOTICE, reference, reference, notice.at(), notice.amount()), recordedAt);
    }

    private void addFact(MembershipId id, FactRow fact, Instant recordedAt) {
        try (PreparedStatement statement = store.connection().prepareStatement(ADD_FACT)) {
            statement.setObject(1, id.value());
            statement.setString(2, fact.kind());
            statement.setString(3, fact.reference());
            statement.setString(4, fact.payment());
            statement.setObject(5, fact.at().atOffset(ZoneOffset.UTC));
            statement.setLong(6, fact.amount());
            statement.setObject(7, recordedAt.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new MembershipStoreException(failure);
        }
    }

    /** All memberships a member ever had, the earliest first. */
    public List<Subscription> of(MemberId member) {
        return transactions.getResource(new AheadKey(member)) instanceof Ahead ahead
                ? ahead.memberships().get()
                : ask(member).get();
    }

    /**
     * Has a member's memberships read with the transaction's next round trip; {@link #of} then costs none. Only for a member
     * whose lock is held from that round trip on, in a transaction that changes none of them.
     */
    public void lookAhead(MemberId member) {
        transactions.putResource(new AheadKey(member), new Ahead(ask(member)));
    }

    private Asked<List<Subscription>> ask(MemberId member) {
        return store.ask(
                List.of(OF_MEMBER),
                (statement, first) -> {
                    statement.setObject(first, member.value());
                    return first + 1;
                },
                results -> read(results.rows()));
    }

    /** Those of the ids that exist, by id. */
    public List<Subscription> all(Collection<MembershipId> ids) {
        try (PreparedStatement statement = store.connection().prepareStatement(BY_ID)) {
            Object[] values = ids.stream().map(MembershipId::value).toArray();
            statement.setArray(1, store.connection().createArrayOf("uuid", values));
            return read(statement);
        } catch (SQLException failure) {
            throw new MembershipStoreException(failure);
        }
    }

    public Optional<Subscription> find(MembershipId id) {
        return all(List.of(id)).stream().findFirst();
    }

    /** Whose it is, which never changes: what has to be locked before anything else is read. */
    public Optional<MemberId> owner(MembershipId id) {
        try (PreparedStatement statement = store.connection().prepareStatement(OWNER)) {
            statement.setObject(1, id.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new MemberId(row.getObject("member_id", UUID.class)))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new MembershipStoreException(failure);
        }
    }

    private static List<Subscription> read(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return read(row);
        }
    }

    private static List<Subscription> read(ResultSet row) throws SQLException {
        SubscriptionReading reading = new SubscriptionReading();
        while (row.next()) {
            reading.take(row);
        }
        return reading.all();
    }
}
