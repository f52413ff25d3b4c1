package io.steadfast.memberships.store;

import io.steadfast.memberships.core.Leave;
import io.steadfast.memberships.core.MembershipId;
import io.steadfast.memberships.core.Outcome;
import io.steadfast.memberships.core.PlanTerms;
import io.steadfast.memberships.core.PriceNotice;
import io.steadfast.memberships.core.Subscription;
import io.steadfast.platform.persistence.Asked;
import io.steadfast.platform.persistence.Row;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.security.Actor;
import io.steadfast.shared.MemberId;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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
        store.sql(ADD)
                .id(subscription.id().value())
                .id(subscription.member().value())
                .text(subscription.program().value())
                .text(subscription.plan().value())
                .number(subscription.version())
                .text(terms.interval().name())
                .number(terms.price().amount())
                .text(terms.price().currency().getCurrencyCode())
                .number(terms.trialDays())
                .number(terms.graceDays())
                .text(terms.renewal().name())
                .text(terms.pastDue().name())
                .text(terms.refund().name())
                .number(terms.priceNoticeDays())
                .text(terms.zone().getId())
                .instant(subscription.startedAt())
                .text(by.kind().name())
                .text(by.id())
                .instant(recordedAt)
                .run();
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
        store.sql(ADD_FACT)
                .id(id.value())
                .text(fact.kind())
                .text(fact.reference())
                .text(fact.payment())
                .instant(fact.at())
                .number(fact.amount())
                .instant(recordedAt)
                .run();
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
        SubscriptionReading reading = new SubscriptionReading();
        store.sql(BY_ID).ids(ids.stream().map(MembershipId::value).toList()).all(row -> {
            reading.take(row);
            return row;
        });
        return reading.all();
    }

    public Optional<Subscription> find(MembershipId id) {
        return all(List.of(id)).stream().findFirst();
    }

    /** Whose it is, which never changes: what has to be locked before anything else is read. */
    public Optional<MemberId> owner(MembershipId id) {
        return store.sql(OWNER).id(id.value()).one(row -> new MemberId(row.id("member_id")));
    }

    private static List<Subscription> read(ResultSet row) throws SQLException {
        SubscriptionReading reading = new SubscriptionReading();
        while (row.next()) {
            reading.take(new Row(row));
        }
        return reading.all();
    }
}
