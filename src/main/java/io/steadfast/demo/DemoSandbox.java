package io.steadfast.demo;

import io.steadfast.shared.TenantSlug;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;

/**
 * A demo tenant with a past: a sandbox whose members were made up and whose clock has come all the way to the day on which it
 * was made.
 *
 * @param brand without members of its own
 * @param seed what its members do comes of it
 * @param phones beginnings of numbers that are kept for films and tests, each for a hundred shoppers
 * @param shoppers how many it gets
 * @param past how long before the day of its making its clock began
 */
record DemoSandbox(DemoBrand brand, long seed, List<String> phones, int shoppers, Period past) {

    private static final int SHOPPERS = 500;
    private static final Period PAST = Period.ofMonths(18);
    private static final int A_HUNDRED = 100;

    /** When a day's trade is over, in the program's zone, and its clock stops there. */
    static final LocalTime CLOSING = LocalTime.of(20, 0);

    DemoSandbox {
        phones = List.copyOf(phones);
    }

    /** One for each kind of program: points, tiered, paid, value. */
    static List<DemoSandbox> all() {
        return List.of(
                of(
                        DemoBrand.innermost(),
                        11,
                        List.of("+4477009001", "+4477009002", "+4477009003", "+4477009004", "+4477009005")),
                of(DemoBrand.lumiere(), 22, american("213", "323", "310", "818", "626")),
                of(DemoBrand.dailymart(), 33, american("212", "718", "917", "347", "646")),
                of(DemoBrand.playfulPromises(), 44, american("201", "551", "732", "973", "908")));
    }

    private static DemoSandbox of(DemoBrand live, long seed, List<String> phones) {
        return new DemoSandbox(
                new DemoBrand(
                        new TenantSlug(live.slug() + "-sandbox"),
                        live.name() + " sandbox",
                        live.zone(),
                        live.currency(),
                        live.locale(),
                        live.template(),
                        live.program(),
                        live.store(),
                        List.of()),
                seed,
                phones,
                SHOPPERS,
                PAST);
    }

    private static List<String> american(String... areas) {
        return Stream.of(areas).map(area -> "+1" + area + "55501").toList();
    }

    /** Where the clock stands when the sandbox is made: as the first day begins. */
    Instant start(Instant today) {
        return today.atZone(brand.zone())
                .toLocalDate()
                .minus(past)
                .atStartOfDay(brand.zone())
                .toInstant();
    }

    /** When the shop closes on a day. */
    Instant closing(LocalDate day) {
        return at(day, CLOSING);
    }

    Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(brand.zone()).toInstant();
    }

    String phone(Shopper shopper) {
        int number = shopper.number();
        String end = Integer.toString(A_HUNDRED + number % A_HUNDRED).substring(1);
        return phones.get(number / A_HUNDRED % phones.size()) + end;
    }
}
