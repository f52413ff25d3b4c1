package io.steadfast.designer;

import io.steadfast.accrual.core.Order;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * A year's spending in equal orders, spread evenly; what doesn't divide goes to the first ones.
 *
 * @param spend minor units of the program's currency, 0 or more
 * @param orders from 1 to 366
 * @param category empty for any
 */
public record YearOfOrders(long spend, int orders, String category) {

    /** One a day. */
    public static final int MOST = 366;

    private static final int DAYS = 365;

    public YearOfOrders {
        if (orders < 1 || orders > MOST) {
            throw new NotThat(Integer.toString(orders));
        }
    }

    /** The first of them at once, the others at the same time of day in the program's zone. */
    public List<Order> from(ZonedDateTime from, Currency currency) {
        List<Order> all = new ArrayList<>();
        for (int number = 0; number < orders; number++) {
            Instant at = from.plusDays((long) number * DAYS / orders).toInstant();
            long amount = spend / orders + (number < spend % orders ? 1 : 0);
            all.add(Basket.of(amount, category).fulfilled(currency, at));
        }
        return all;
    }
}
