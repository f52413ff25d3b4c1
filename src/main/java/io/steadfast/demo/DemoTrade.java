package io.steadfast.demo;

import io.steadfast.accrual.AccrualService;
import io.steadfast.accrual.NamedMember;
import io.steadfast.accrual.ReportedActivity;
import io.steadfast.accrual.ReportedOrder;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.core.OrderReturn;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.OrderStore;
import io.steadfast.accrual.core.Tender;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.Trigger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A day's orders, what comes back of earlier ones, and what members do besides where a program pays for it. */
@ApplicationScoped
class DemoTrade {

    private static final Logger LOG = Logger.getLogger(DemoTrade.class.getName());

    private static final String SHOP = "shop";
    private static final LocalTime EVENING = LocalTime.of(19, 55);
    private static final List<String> GOODS = List.of("classic", "starter", "travel", "family", "limited");
    private static final int WHAT = 10;
    private static final int WHERE = 11;

    /** Numbers of things that members do; rules that pay for activities have the numbers after it. */
    private static final int ACTIVITY = 20;

    private static final int ACTIVITIES_A_THOUSAND_DAYS = 6;

    @Inject
    private AccrualService accrual;

    @Inject
    private ProgramService programs;

    @Inject
    private TenantClock clock;

    void trade(DemoHistory.Days days, LocalDate day) {
        List<ReportedOrder> orders = new ArrayList<>();
        for (Shopper shopper : days.shoppers()) {
            shopper.buys(day)
                    .ifPresent(purchase -> orders.add(new ReportedOrder(
                            order(days.sandbox(), shopper, day, purchase), Optional.of(named(shopper)))));
        }
        if (!orders.isEmpty()) {
            accrual.recordAll(orders)
                    .forEach(result -> result.refusal().ifPresent(refusal -> note("order", day, refusal)));
        }
        days.shoppers().forEach(shopper -> bringBack(days.sandbox(), shopper, day));
        List<String> paid = paidActivities(days.sandbox());
        days.shoppers().forEach(shopper -> act(days.sandbox(), shopper, day, paid));
    }

    /** What of the purchases of the days before comes back today. */
    private void bringBack(DemoSandbox sandbox, Shopper shopper, LocalDate day) {
        for (int ago = Shopper.EARLIEST_RETURN; ago <= Shopper.LATEST_RETURN; ago++) {
            LocalDate bought = day.minusDays(ago);
            Optional<Integer> after = shopper.buys(bought).flatMap(Shopper.Purchase::backAfter);
            if (after.isPresent() && after.get() == ago) {
                OrderReturn back = new OrderReturn(
                        "return-1",
                        sandbox.at(day, EVENING),
                        List.of(new OrderReturn.Line(Optional.of("1"), Optional.of(BigDecimal.ONE), Optional.empty())),
                        OrderReturn.Status.STANDING);
                try {
                    accrual.addReturn(SHOP, reference(shopper, bought), back);
                } catch (Refusal refusal) {
                    note("return", day, refusal);
                }
            }
        }
    }

    private List<String> paidActivities(DemoSandbox sandbox) {
        return programs.inForce(sandbox.brand().program(), clock.now()).stream()
                .flatMap(version -> version.document().earning().rules().stream())
                .map(EarningRule::trigger)
                .filter(Trigger.OnActivity.class::isInstance)
                .map(trigger -> ((Trigger.OnActivity) trigger).type())
                .distinct()
                .toList();
    }

    private void act(DemoSandbox sandbox, Shopper shopper, LocalDate day, List<String> paid) {
        for (int at = 0; at < paid.size(); at++) {
            if (!day.isAfter(shopper.until()) && shopper.does(day, ACTIVITY + at, ACTIVITIES_A_THOUSAND_DAYS)) {
                accrual.record(new ReportedActivity(
                        paid.get(at),
                        SHOP,
                        paid.get(at) + "-" + reference(shopper, day),
                        named(shopper),
                        sandbox.at(day, EVENING),
                        Map.of()));
            }
        }
    }

    static NamedMember named(Shopper shopper) {
        return new NamedMember(NamedMember.By.EXTERNAL_ID, shopper.externalId());
    }

    static String reference(Shopper shopper, LocalDate day) {
        return shopper.number() + "-" + day;
    }

    private static Order order(DemoSandbox sandbox, Shopper shopper, LocalDate day, Shopper.Purchase purchase) {
        DemoBrand brand = sandbox.brand();
        List<OrderLine> lines = new ArrayList<>();
        long amount = 0;
        for (long item : purchase.items()) {
            int what = shopper.pick(WHAT + lines.size() * 100 + day.getDayOfMonth(), GOODS.size());
            lines.add(line(brand, lines.size() + 1, GOODS.get(what), item));
            amount += item;
        }
        boolean inStore = shopper.pick(WHERE + day.getDayOfYear(), 3) > 0;
        return new Order(
                SHOP,
                reference(shopper, day),
                Optional.empty(),
                Optional.empty(),
                sandbox.at(day, purchase.time()),
                inStore ? Optional.of(OrderStore.of(brand.store())) : Optional.empty(),
                Optional.of(inStore ? "store" : "web"),
                brand.currency(),
                OrderStatus.PAID,
                Optional.empty(),
                Order.TaxTreatment.INCLUDED,
                lines,
                0,
                List.of(Tender.of(Tender.Kind.CARD, amount)),
                Optional.empty(),
                List.of());
    }

    private static OrderLine line(DemoBrand brand, int number, String good, long amount) {
        return new OrderLine(
                Integer.toString(number),
                good,
                Optional.of(good.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + good.substring(1) + " set"),
                Optional.of("sets/" + good),
                Optional.of(brand.name()),
                BigDecimal.ONE,
                amount,
                0,
                0,
                Set.of(),
                Map.of());
    }

    private static void note(String what, LocalDate day, Refusal refusal) {
        LOG.log(Level.FINE, "The demo''s {0} of {1} was refused: {2}", new Object[] {what, day, refusal.reason()});
    }
}
