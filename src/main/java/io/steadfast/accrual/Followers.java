package io.steadfast.accrual;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** Asks everybody who follows orders or activities, always in the same order: locks are taken in it. */
@Dependent
class Followers {

    @Inject
    @Any
    Instance<OrderFollower> all;

    @Inject
    @Any
    Instance<ActivityFollower> ofActivities;

    private List<OrderFollower> sorted = List.of();

    @PostConstruct
    void sort() {
        sorted = all.handlesStream()
                .sorted(Comparator.comparing(
                        handle -> handle.getBean().getBeanClass().getName()))
                .<OrderFollower>map(Instance.Handle::get)
                .sorted(Comparator.comparing(OrderFollower::place))
                .toList();
    }

    Followed follow(SettledOrder settled) {
        Followed followed = Followed.NOTHING;
        for (OrderFollower each : sorted) {
            followed = followed.and(each.follow(settled));
        }
        return followed;
    }

    Followed follow(SettledActivity settled) {
        return ofActivities.stream().map(each -> each.follow(settled)).reduce(Followed.NOTHING, Followed::and);
    }
}
