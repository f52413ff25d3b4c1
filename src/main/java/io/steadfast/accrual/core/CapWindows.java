package io.steadfast.accrual.core;

import io.steadfast.programs.core.Cap;
import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.WalletCap;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** In which stretch of the program's calendar a cap counts an activity. */
final class CapWindows {

    private final ProgramCode program;
    private final ZoneId zone;
    private final LocalDate day;

    CapWindows(ProgramDocument document, Instant occurredAt) {
        this.program = document.basics().code();
        this.zone = document.basics().zone();
        this.day = occurredAt.atZone(zone).toLocalDate();
    }

    CapKey of(EarningRule rule, WalletCode wallet, Cap cap) {
        return key(Optional.of(rule.code()), wallet, cap);
    }

    CapKey of(WalletCap cap) {
        return key(Optional.empty(), cap.wallet(), cap.cap());
    }

    static SkipReason reason(Cap cap) {
        if (cap.scope() == Cap.Scope.ACTIVITY) {
            return SkipReason.ACTIVITY_CAP;
        }
        return switch (cap.period()) {
            case DAY -> SkipReason.DAILY_CAP;
            case WEEK -> SkipReason.WEEKLY_CAP;
            case MONTH -> SkipReason.MONTHLY_CAP;
            case QUARTER -> SkipReason.QUARTERLY_CAP;
            case YEAR -> SkipReason.YEARLY_CAP;
            case EVER -> SkipReason.TOTAL_CAP;
        };
    }

    private CapKey key(Optional<RuleCode> rule, WalletCode wallet, Cap cap) {
        Optional<LocalDate> first = cap.scope() == Cap.Scope.ACTIVITY ? Optional.empty() : firstDay(cap.period());
        return new CapKey(
                program,
                rule,
                wallet,
                cap.scope(),
                cap.unit(),
                first.map(this::startOf),
                first.map(start -> startOf(after(start, cap.period()))));
    }

    private Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    private Optional<LocalDate> firstDay(Cap.Period period) {
        return switch (period) {
            case DAY -> Optional.of(day);
            case WEEK -> Optional.of(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            case MONTH -> Optional.of(day.withDayOfMonth(1));
            case QUARTER -> Optional.of(LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1));
            case YEAR -> Optional.of(day.withDayOfYear(1));
            case EVER -> Optional.empty();
        };
    }

    private static LocalDate after(LocalDate start, Cap.Period period) {
        return switch (period) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case QUARTER -> start.plusMonths(3);
            case YEAR -> start.plusYears(1);
            case EVER -> LocalDate.MAX;
        };
    }
}
