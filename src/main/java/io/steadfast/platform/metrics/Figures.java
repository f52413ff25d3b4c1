package io.steadfast.platform.metrics;

import io.steadfast.platform.time.RealClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Where this node counts. */
@ApplicationScoped
public class Figures {

    private static final BigDecimal A_MINUTE = BigDecimal.valueOf(60);

    private final Rate orders = new Rate();
    private final Map<String, AtomicLong> gauges = new ConcurrentHashMap<>();

    @Inject
    private MetricRegistry registry;

    @Inject
    private RealClock clock;

    /** Makes what is there before anything has happened, so that monitoring finds it at once. */
    public void begin() {
        registry.counter(named("orders", "Orders recorded by this node"));
        registry.gauge(
                named("orders_per_second", "Orders a second, over the last whole minute"),
                this,
                figures -> figures.ordersPerSecond());
    }

    /** Orders that were recorded, whatever they earned. */
    public void ordersRecorded(long number) {
        registry.counter("orders").inc(number);
        orders.count(clock.now().getEpochSecond(), number);
    }

    private BigDecimal ordersPerSecond() {
        return BigDecimal.valueOf(orders.inLastMinute(clock.now().getEpochSecond()))
                .divide(A_MINUTE, MathContext.DECIMAL32);
    }

    /** A call that was refused. @param reason its stable code */
    public void refused(String reason) {
        registry.counter(named("refusals", "Calls refused, by reason"), new Tag("reason", reason))
                .inc();
    }

    /** Puts a figure in the place of its last one. */
    void show(String name, String description, long value, Tag... tags) {
        gauges.computeIfAbsent(name + java.util.Arrays.toString(tags), any -> {
                    AtomicLong gauge = new AtomicLong();
                    registry.gauge(named(name, description), gauge, AtomicLong::get, tags);
                    return gauge;
                })
                .set(value);
    }

    private static Metadata named(String name, String description) {
        return Metadata.builder().withName(name).withDescription(description).build();
    }
}
