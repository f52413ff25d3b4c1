package io.steadfast.accrual;

import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.store.SoldReadings;
import io.steadfast.choices.ProductService;
import io.steadfast.choices.core.ProductProfile;
import io.steadfast.choices.core.SoldProduct;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Teaches the product list what orders sold. */
@Stateless
public class ProductLearningService {

    private static final int CHUNK = 500;

    /** Receipts are numbered when they begin and seen when they are committed; nobody takes longer than this between. */
    private static final Duration IN_FLIGHT = Duration.ofMinutes(2);

    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    private SoldReadings orders;

    @Inject
    private ProductService products;

    /** Where the next round of reading begins: a little before where the last one ended. */
    public UUID begin() {
        return products.learnedUpTo().map(ProductLearningService::aLittleBefore).orElse(FIRST);
    }

    /** Reads some orders after this receipt, in one transaction; the last receipt read, empty when there was none. */
    public Optional<UUID> learnSome(UUID after) {
        List<SoldReadings.Sold> sold = orders.after(after, CHUNK);
        if (sold.isEmpty()) {
            return Optional.empty();
        }
        List<SoldProduct> said = new ArrayList<>();
        for (SoldReadings.Sold one : sold) {
            one.order().lines().stream().map(ProductLearningService::product).forEach(said::add);
        }
        UUID last = sold.get(sold.size() - 1).receipt();
        products.learn(said, last);
        return Optional.of(last);
    }

    private static SoldProduct product(OrderLine line) {
        return new SoldProduct(line.sku(), new ProductProfile(line.name(), line.category(), line.brand()));
    }

    /** The 48 bits of milliseconds stand first in the id. */
    private static UUID aLittleBefore(UUID receipt) {
        long millis = receipt.getMostSignificantBits() >>> 16;
        return new UUID(Math.max(0, millis - IN_FLIGHT.toMillis()) << 16, 0);
    }
}
