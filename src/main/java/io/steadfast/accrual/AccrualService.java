package io.steadfast.accrual;

import io.steadfast.accrual.core.AccrualRefusal;
import io.steadfast.accrual.core.KnownOrder;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderArrival;
import io.steadfast.accrual.core.OrderReturn;
import io.steadfast.accrual.core.WrittenSale;
import io.steadfast.accrual.store.OrderRepository;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.shared.MemberId;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The door of orders and activities: what a shop reports becomes postings and a receipt, exactly once. Each method is one
 * use case in one transaction.
 */
@Stateless
public class AccrualService {

    /** Clocks differ; more than this ahead of ours is a mistake. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** From so many orders on the database is to plan their statements once. */
    private static final int MANY = 10;

    @Inject
    TenantStore store;

    @Inject
    MemberDesk members;

    @Inject
    OrderRepository orders;

    @Inject
    OrderDesk desk;

    @Inject
    ActivityDesk activities;

    @Inject
    OrderLocks locks;

    @Inject
    ProgramService programs;

    @Inject
    TenantClock clock;

    @Resource
    SessionContext transaction;

    /**
     * Takes an order's whole present state and posts the difference to what stands.
     *
     * <p>Refuses {@code MEMBER_UNKNOWN} and {@code OCCURRED_IN_FUTURE} (422), {@code ORDER_IDENTITY_CHANGED},
     * {@code ORDER_ALREADY_PAID}, {@code REFERENCE_REUSED} and {@code ORDER_BUSY} (409). An older or equal revision, and the same content
     * again, change nothing.
     */
    public Recorded record(ReportedOrder reported) {
        refuseFuture(reported.order().occurredAt(), clock.now());
        return record(reported, reported.member().map(members::identified));
    }

    /** @param named who the order is of; where nobody is, it may be a sale that staff wrote down */
    private Recorded record(ReportedOrder reported, Optional<MemberId> named) {
        Order order = reported.order();
        Optional<MemberId> member = named.or(() -> written(order));
        OrderLocks.Locked locked = locks.one(member, order);
        return record(reported, member, named.isEmpty() ? Whose.BY_STAFF : Whose.BY_REPORT, locked);
    }

    /** Who says whose an order is. */
    private enum Whose {
        BY_REPORT,
        BY_STAFF
    }

    private Recorded record(ReportedOrder reported, Optional<MemberId> member, Whose whose, OrderLocks.Locked locked) {
        if (whose == Whose.BY_STAFF && !written(locked.known()).equals(member)) {
            // Staff wrote it down, or took it back, between the look and the lock.
            throw OrderLocks.busy();
        }
        Order present = StoreDesk.described(reported.order().of(locked.member()), locked.known(), locked.store());
        OrderCase one = arriving(locked.known(), present, reported.effects());
        return desk.settle(one, locked.standing(), locked.ahead());
    }

    /** Whose sale it is that staff wrote down before the till, which knows no member, reported it. */
    private Optional<MemberId> written(Order order) {
        return written(orders.find(order.source(), order.reference()));
    }

    private static Optional<MemberId> written(Optional<KnownOrder> known) {
        return known.flatMap(each -> WrittenSale.owner(each.known().order()));
    }

    /** What became of one order of a batch. */
    public record BatchResult(Optional<Recorded> recorded, Optional<Refusal> refusal) {}

    /**
     * Takes several orders in one transaction; a refused one writes nothing and refuses only itself. Their members, those of sales
     * that staff wrote down and those whose orders they were among them, are locked first, in the order of their ids.
     */
    public List<BatchResult> recordAll(List<ReportedOrder> reported) {
        if (reported.size() >= MANY) {
            store.repeatStatements();
        }
        Map<ReportedOrder, NamedMember> whose = new IdentityHashMap<>();
        for (ReportedOrder order : reported) {
            order.member().or(() -> byStaff(order.order())).ifPresent(member -> whose.put(order, member));
        }
        Set<NamedMember> all = new HashSet<>(whose.values());
        orders.owners(reported.stream().map(ReportedOrder::order).toList()).forEach(owner -> all.add(byId(owner)));
        Map<NamedMember, MemberId> known = members.locked(all);
        return reported.stream()
                .map(order -> oneOf(order, Optional.ofNullable(whose.get(order)), known))
                .toList();
    }

    private Optional<NamedMember> byStaff(Order order) {
        return written(order).map(AccrualService::byId);
    }

    private static NamedMember byId(MemberId member) {
        return new NamedMember(NamedMember.By.ID, member.toString());
    }

    private BatchResult oneOf(ReportedOrder order, Optional<NamedMember> whose, Map<NamedMember, MemberId> known) {
        try {
            refuseFuture(order.order().occurredAt(), clock.now());
            Optional<MemberId> member = whose.map(named -> Optional.ofNullable(known.get(named))
                    .orElseThrow(() -> new Refusal(AccrualRefusal.MEMBER_UNKNOWN)));
            Whose word = order.member().isEmpty() ? Whose.BY_STAFF : Whose.BY_REPORT;
            OrderLocks.Locked locked = locks.ofBatch(member, order.order(), known.values());
            return new BatchResult(Optional.of(record(order, member, word, locked)), Optional.empty());
        } catch (Refusal refusal) {
            return new BatchResult(Optional.empty(), Optional.of(refusal));
        }
    }

    /**
     * Adds one return to an order that is known, for tills that don't keep its state.
     *
     * <p>Refuses {@code ORDER_UNKNOWN} (404), {@code LINE_UNKNOWN} (422) and {@code REFERENCE_REUSED} (409).
     */
    public Recorded addReturn(String source, String reference, OrderReturn returned) {
        Instant now = clock.now();
        refuseFuture(returned.at(), now);
        Order seen = known(orders.find(source, reference)).known().order();
        Optional<MemberId> owner = seen.member();
        OrderLocks.Locked locked = locks.one(owner, seen);
        KnownOrder known = known(locked.known());
        Order order = known.known().order();
        if (!order.member().equals(owner)) {
            throw OrderLocks.busy();
        }
        refuseUnknownLine(order, returned);
        Order present = order.of(locked.member()).withReturns(List.of(returned)).withRevision(Optional.empty());
        return desk.settle(arriving(Optional.of(known), present, Effects.ALL), locked.standing(), locked.ahead());
    }

    /**
     * Takes an activity: the same source and reference never counts twice.
     *
     * <p>Refuses {@code MEMBER_UNKNOWN} and {@code OCCURRED_IN_FUTURE} (422), {@code REFERENCE_REUSED} (409).
     */
    public Recorded record(ReportedActivity reported) {
        Instant now = clock.now();
        refuseFuture(reported.occurredAt(), now);
        MemberId member = members.identified(reported.member());
        return activities.settle(reported, member, now);
    }

    /** The receipt an order would get at this moment; writes nothing, for the transaction is undone. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Recorded simulate(ReportedOrder reported) {
        return simulate(reported, Optional.empty());
    }

    /**
     * The same where a draft judges in place of its program's version. Refuses {@code DRAFT_NOT_FOUND} (422), too.
     *
     * @param draft the draft's id
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Recorded simulate(ReportedOrder reported, Optional<UUID> draft) {
        draft.ifPresent(programs::tryOut);
        Recorded recorded = record(reported);
        transaction.setRollbackOnly();
        return recorded;
    }

    /** The receipt an activity would get at this moment; writes nothing, for the transaction is undone. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Recorded simulate(ReportedActivity reported) {
        return simulate(reported, Optional.empty());
    }

    /** The same where a draft judges in place of its program's version. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Recorded simulate(ReportedActivity reported, Optional<UUID> draft) {
        draft.ifPresent(programs::tryOut);
        Recorded recorded = record(reported);
        transaction.setRollbackOnly();
        return recorded;
    }

    /** An order as it stands, with the receipt that stands for it. */
    public Optional<KnownOrder> find(String source, String reference) {
        return orders.find(source, reference);
    }

    private OrderCase arriving(Optional<KnownOrder> known, Order reported, Effects effects) {
        Order order = known.map(each -> WrittenSale.taken(each.known().order(), reported))
                .orElse(reported);
        known.flatMap(each -> OrderArrival.refusal(each.known(), order)).ifPresent(reason -> {
            Refusal refusal = new Refusal(reason, Map.of("reference", order.source() + "/" + order.reference()));
            order.member().ifPresent(refusal::about);
            throw refusal;
        });
        OrderArrival arrival =
                known.map(each -> OrderArrival.further(each.known(), order)).orElseGet(() -> OrderArrival.first(order));
        return new OrderCase(known, arrival, effects, clock.now());
    }

    private static KnownOrder known(Optional<KnownOrder> found) {
        return found.orElseThrow(() -> new Refusal(AccrualRefusal.ORDER_UNKNOWN));
    }

    private static void refuseFuture(Instant at, Instant now) {
        if (at.isAfter(now.plus(AHEAD))) {
            throw new Refusal(AccrualRefusal.OCCURRED_IN_FUTURE);
        }
    }

    private static void refuseUnknownLine(Order order, OrderReturn returned) {
        returned.lines().stream()
                .flatMap(line -> line.lineId().stream())
                .filter(id ->
                        order.lines().stream().noneMatch(line -> line.lineId().equals(id)))
                .findFirst()
                .ifPresent(id -> {
                    throw new Refusal(AccrualRefusal.LINE_UNKNOWN, Map.of("line", id));
                });
    }
}
