package io.steadfast.accrual;

import io.steadfast.accrual.core.KnownOrder;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderStore;
import io.steadfast.choices.StoreService;
import io.steadfast.choices.core.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;

/** What the tenant says about an order's store, so that rules may ask for its brand, region and country. */
@ApplicationScoped
class StoreDesk {

    @Inject
    StoreService stores;

    /** Asked behind the lock, in its round trip. */
    Supplier<Optional<Store>> ask(Order order) {
        return order.store().map(store -> stores.ask(store.code())).orElse(Optional::empty);
    }

    /**
     * The order with its store described: as it was the first time where the store is the same, for an order is judged by what
     * was known when it was first booked.
     */
    static Order described(Order order, Optional<KnownOrder> known, Supplier<Optional<Store>> asked) {
        Optional<OrderStore> before = known.flatMap(each -> each.known().order().store())
                .filter(store -> order.store().map(OrderStore::code).equals(Optional.of(store.code())));
        return before.isPresent()
                ? order.at(before)
                : order.at(order.store().map(store -> described(store, asked.get())));
    }

    private static OrderStore described(OrderStore named, Optional<Store> store) {
        return store.map(Store::profile)
                .map(profile -> new OrderStore(named.code(), profile.brand(), profile.region(), profile.country()))
                .orElse(named);
    }
}
