package io.steadfast.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A made-up member of a sandbox, and what they do on each day: always the same for the same seed and number, so that a
 * history that was interrupted goes on as if it hadn't been.
 *
 * @param joined the day on which they join
 * @param until the last day on which they buy; many stop
 * @param pace in thousandths: how likely they buy on a day
 * @param basket what they spend as a rule, in minor units
 */
record Shopper(long seed, int number, LocalDate joined, LocalDate until, int pace, long basket) {

    private static final List<String> FIRST = List.of(
            "Amelia", "Noah", "Harper", "Mia", "Ethan", "Grace", "Liam", "Sofia", "Oscar", "Freya", "Maya", "Caleb",
            "Nora", "Ava", "Isla", "Ruby", "Zoe", "Lena", "Jonas", "Clara", "Felix", "Emily", "Oliver", "Max");
    private static final List<String> LAST = List.of(
            "Ward",
            "Bennett",
            "Quinn",
            "Delgado",
            "Brooks",
            "Miller",
            "Carter",
            "Reyes",
            "Hughes",
            "Collins",
            "Patel",
            "Sutton",
            "Whitfield",
            "Thompson",
            "Morgan",
            "Foster",
            "Parker",
            "Fischer",
            "Weber",
            "Clarke",
            "Turner");
    private static final List<String> CHINESE_LAST = List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴");
    private static final List<String> CHINESE_FIRST =
            List.of("伟", "芳", "静", "敏", "洋", "明", "丽", "强", "雪", "晨", "子涵", "雨桐", "浩然", "欣怡");

    private static final MonthDay GIFTS_FROM = MonthDay.of(11, 24);
    private static final MonthDay GIFTS_UNTIL = MonthDay.of(12, 23);
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final int OPEN_SECONDS = 38_000;

    /** Days after which things come back. */
    static final int EARLIEST_RETURN = 3;

    static final int LATEST_RETURN = 12;

    /**
     * What somebody buys on a day.
     *
     * @param items what each line costs, in minor units
     * @param backAfter days until the first line comes back; empty: it doesn't
     */
    record Purchase(LocalTime time, List<Long> items, Optional<Integer> backAfter) {

        Purchase {
            items = List.copyOf(items);
        }
    }

    /** @param days how many the history has */
    static Shopper of(long seed, int number, LocalDate first, int days) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003L + number);
        // A third comes in the first weeks, as when a brand opens a program to those it knows.
        int after =
                random.nextInt(3) == 0 ? random.nextInt(Math.max(1, days / 12)) : random.nextInt(Math.max(1, days - 2));
        LocalDate joined = first.plusDays(after);
        LocalDate until = random.nextInt(10) < 3 ? joined.plusDays(60 + random.nextInt(240)) : LocalDate.MAX;
        int sort = random.nextInt(10);
        int pace = sort < 2 ? 60 : sort < 6 ? 24 : 9;
        long basket = 1_200 + random.nextInt(4_000) + (random.nextInt(8) == 0 ? 7_000 : 0);
        return new Shopper(seed, number, joined, until, pace, basket);
    }

    /** The shop's own number of them. */
    String externalId() {
        return "shopper-" + number;
    }

    /** Invented; every sixth is Chinese. */
    String name() {
        SplittableRandom random = new SplittableRandom(seed * 31 + number);
        if (random.nextInt(6) == 0) {
            return one(CHINESE_LAST, random) + one(CHINESE_FIRST, random);
        }
        return one(FIRST, random) + " " + one(LAST, random);
    }

    LocalDate birthday() {
        SplittableRandom random = new SplittableRandom(seed * 37 + number);
        return LocalDate.of(1958 + random.nextInt(48), 1, 1).plusDays(random.nextInt(365));
    }

    /** What they buy on this day; at most once a day. */
    Optional<Purchase> buys(LocalDate day) {
        if (day.isBefore(joined) || day.isAfter(until)) {
            return Optional.empty();
        }
        SplittableRandom random = chance(day, 1);
        if (random.nextInt(1_000) >= paceOn(day)) {
            return Optional.empty();
        }
        long first = basket * (50 + random.nextInt(120)) / 100;
        List<Long> items = random.nextInt(3) == 0 ? List.of(first, 300L + random.nextInt(2_500)) : List.of(first);
        Optional<Integer> backAfter = random.nextInt(100) < 6
                ? Optional.of(EARLIEST_RETURN + random.nextInt(LATEST_RETURN - EARLIEST_RETURN + 1))
                : Optional.empty();
        return Optional.of(new Purchase(OPENS.plusSeconds(random.nextInt(OPEN_SECONDS)), items, backAfter));
    }

    /** Whether something that so many of a thousand do on a day is done by them; each thing has a number of its own. */
    boolean does(LocalDate day, int thing, int ofThousand) {
        return !day.isBefore(joined) && chance(day, thing).nextInt(1_000) < ofThousand;
    }

    /** One of so many, the same whenever it is asked. */
    int pick(int thing, int of) {
        return new SplittableRandom(seed * 1_000_033L + number * 131L + thing).nextInt(of);
    }

    private int paceOn(LocalDate day) {
        int often = day.getDayOfWeek() == DayOfWeek.SATURDAY ? pace * 8 / 5 : pace;
        MonthDay date = MonthDay.from(day);
        boolean gifts = !date.isBefore(GIFTS_FROM) && !date.isAfter(GIFTS_UNTIL);
        return gifts ? often * 8 / 5 : often;
    }

    private SplittableRandom chance(LocalDate day, int thing) {
        return new SplittableRandom((seed * 1_000_003L + number) * 40_009L + day.toEpochDay() * 101L + thing);
    }

    private static String one(List<String> names, SplittableRandom random) {
        return names.get(random.nextInt(names.size()));
    }
}
