package io.steadfast.accrual;

import io.steadfast.accrual.core.AccrualRefusal;
import io.steadfast.accrual.core.KnownOrder;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.store.OrderRepository;
import io.steadfast.choices.core.Store;
import io.steadfast.ledger.LedgerService;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Keeps everybody else from an order: first its members, whose books come first everywhere and in the order of their ids, then the order.
 * Two who swap orders would wait for each other if the member whose order it was until now came after it.
 */
@Dependent
class OrderLocks {

    @Inject
    MemberDesk members;

    @Inject
    StoreDesk stores;

    @Inject
    LookAhead lookAhead;

    @Inject
    OrderRepository orders;

    /**
     * An order and its member, both locked, with what judging may read.
     *
     * @param member whose it is: the one it is reported for, but a source's stays with the source when the survivor is named, and comes to
     *     the survivor where nothing was judged for the source
     */
    record Locked(
            Optional<MemberId> member,
            Optional<LedgerService.Standing> standing,
            Optional<KnownOrder> known,
            Optional<Ahead> ahead,
            Supplier<Optional<Store>> store) {}

    /**
     * Locks an order behind its members and reads behind the locks: one round trip.
     *
     * @param member it is reported for
     * @throws Refusal ORDER_BUSY where it came to somebody else between the look and the lock
     */
    Locked one(Optional<MemberId> member, Order order) {
        Supplier<Set<MemberId>> owners = orders.lockOwners(member, order.source(), order.reference());
        return locked(member, order, owners);
    }

    /** The same for an order of a batch whose members are locked. */
    Locked ofBatch(Optional<MemberId> member, Order order, Collection<MemberId> owners) {
        return locked(member, order, () -> owners);
    }

    private static Optional<MemberId> owner(Locked locked) {
        return locked.known().flatMap(known -> known.known().order().member());
    }

    static Refusal busy() {
        return new Refusal(AccrualRefusal.ORDER_BUSY, Map.of(Refusal.RETRY_AFTER_SECONDS, 1));
    }

    private Locked locked(Optional<MemberId> member, Order order, Supplier<? extends Collection<MemberId>> owners) {
        Locked locked = as(member, order);
        owner(locked).ifPresent(owner -> refuseOthers(owner, owners.get()));
        Optional<MemberId> whose = member.map(named -> whose(named, locked, owners));
        return whose.equals(member) ? locked : as(whose, order);
    }

    /** Nobody is locked behind an order who wasn't locked before it: two orders that change hands would wait for each other. */
    private static void refuseOthers(MemberId member, Collection<MemberId> locked) {
        if (!locked.contains(member)) {
            throw busy();
        }
    }

    private MemberId whose(MemberId named, Locked locked, Supplier<? extends Collection<MemberId>> owners) {
        MemberId survivor = members.survivorOf(named);
        Optional<MemberId> judged = locked.known()
                .flatMap(known -> known.known().judgement())
                .flatMap(judgement -> judgement.order().member());
        if (judged.isEmpty() || judged.get().equals(named)) {
            return judged.orElse(survivor);
        }
        refuseOthers(judged.get(), owners.get());
        members.lock(judged.get());
        return members.survivorOf(judged.get()).equals(survivor) ? judged.get() : survivor;
    }

    private Locked as(Optional<MemberId> member, Order order) {
        if (member.isEmpty()) {
            Supplier<Optional<KnownOrder>> asked = orders.lock(order.source(), order.reference());
            Supplier<Optional<Store>> store = stores.ask(order);
            return new Locked(member, Optional.empty(), asked.get(), Optional.empty(), store);
        }
        List<Supplier<Optional<Store>>> store = new ArrayList<>();
        List<Supplier<Optional<KnownOrder>>> known = new ArrayList<>();
        List<Ahead> ahead = new ArrayList<>();
        LedgerService.Standing standing = members.lock(member.get(), () -> {
            known.add(orders.lock(order.source(), order.reference()));
            ahead.add(lookAhead.of(member.get(), order));
            store.add(stores.ask(order));
        });
        return new Locked(member, Optional.of(standing), known.get(0).get(), Optional.of(ahead.get(0)), store.get(0));
    }
}
