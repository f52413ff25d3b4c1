package io.steadfast.desk;

import io.steadfast.ledger.core.ExpiringPoints;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What of a wallet lapses in which month of its program's calendar if nothing happens.
 *
 * @param months the earliest first, those in which something lapses only
 * @param endless points without an end
 */
public record ExpiryCalendar(WalletCode wallet, List<Month> months, long endless) {

    /**
     * One month.
     *
     * @param month of the last usable days
     * @param points all of them together
     * @param days each end with its points, the earliest first
     */
    public record Month(YearMonth month, long points, List<ExpiringPoints> days) {

        public Month {
            days = List.copyOf(days);
        }
    }

    public ExpiryCalendar {
        months = List.copyOf(months);
    }

    static ExpiryCalendar of(Holding holding, List<ExpiringPoints> expiring, ZoneId zone) {
        Map<YearMonth, List<ExpiringPoints>> byMonth = expiring.stream()
                .filter(each -> each.wallet().equals(holding.wallet()))
                .collect(Collectors.groupingBy(
                        each -> month(each.expiresAt(), zone), TreeMap::new, Collectors.toList()));
        List<Month> months = new ArrayList<>();
        byMonth.forEach((month, days) -> months.add(new Month(month, sum(days), days)));
        long ending = months.stream().mapToLong(Month::points).sum();
        long all = holding.spendable() + holding.debt() + holding.pending();
        return new ExpiryCalendar(holding.wallet(), months, Math.max(0, all - ending));
    }

    /** The most that lapses in one month: the length of the longest bar. */
    public long most() {
        return months.stream().mapToLong(Month::points).max().orElse(0);
    }

    private static long sum(List<ExpiringPoints> days) {
        return days.stream().mapToLong(ExpiringPoints::points).sum();
    }

    /** Of the last usable day: an end is the first instant after it. */
    private static YearMonth month(Instant end, ZoneId zone) {
        return YearMonth.from(end.minusMillis(1).atZone(zone));
    }
}
