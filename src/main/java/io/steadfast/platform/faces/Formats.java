package io.steadfast.platform.faces;

import io.steadfast.platform.i18n.Language;
import io.steadfast.platform.i18n.Texts;
import io.steadfast.platform.time.RealClock;
import io.steadfast.shared.Money;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/** Numbers, money, days and times in the reader's language and the tenant's zone. */
@Named("f")
@RequestScoped
public class Formats {
    private static final Duration LATELY = Duration.ofDays(1);

    @Inject
    private Reader reader;

    @Inject
    private RealClock realClock;

    public String number(long number) {
        return NumberFormat.getIntegerInstance(reader.locale()).format(number);
    }

    /** A figure in smallest units with its decimals: 150 with 2 is 1.50. */
    public String number(long smallest, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(reader.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(BigDecimal.valueOf(smallest, decimals));
    }

    /** In the width of a chart's margin: 15k, 1.2M, 1.5万. */
    public String compact(long number) {
        NumberFormat format = NumberFormat.getCompactNumberInstance(reader.locale(), NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    /** With its sign, as a statement shows it: +40, −12, 0. */
    public String signed(long number) {
        if (number < 0) {
            return "\u2212" + number(Math.abs(number));
        }
        return number == 0 ? "0" : "+" + number(number);
    }

    /** A share of a whole as a percentage with at most one decimal; empty of a whole of nothing is 0. */
    public String percent(long part, long whole) {
        NumberFormat format = NumberFormat.getPercentInstance(reader.locale());
        format.setMaximumFractionDigits(1);
        BigDecimal share = whole == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_EVEN);
        return format.format(share);
    }

    public String money(Money money) {
        return money(money.amount(), money.currency().getCurrencyCode());
    }

    /** Minor units of an ISO 4217 currency. */
    public String money(long minorUnits, String currencyCode) {
        Currency currency = Currency.getInstance(currencyCode);
        NumberFormat format = NumberFormat.getCurrencyInstance(reader.locale());
        format.setCurrency(currency);
        int decimals = Math.max(0, currency.getDefaultFractionDigits());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(BigDecimal.valueOf(minorUnits, decimals));
    }

    /** As in 21 Nov 2026 and 2026年11月21日. */
    public String day(Instant instant) {
        return day(instant.atZone(reader.zone()).toLocalDate());
    }

    public String day(LocalDate day) {
        return dayFormat().format(day);
    }

    /** As in December 2026 and 2026年12月. */
    public String month(YearMonth month) {
        String pattern = isChinese() ? "yyyy年M月" : "MMMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, reader.locale()).format(month);
    }

    /** Without its year, for the foot of a chart. */
    public String shortDay(LocalDate day) {
        String pattern = isChinese() ? "M月d日" : "d MMM";
        return DateTimeFormatter.ofPattern(pattern, reader.locale()).format(day);
    }

    /** The last usable day of something that ends, exclusively, at an instant. */
    public String lastDay(Instant exclusiveEnd) {
        return day(exclusiveEnd.minusMillis(1));
    }

    public String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(reader.locale())
                .format(instant.atZone(reader.zone()));
    }

    public String dayAndTime(Instant instant) {
        return day(instant) + (isChinese() ? " " : ", ") + time(instant);
    }

    /** The machine's form for the datetime of a time element. */
    public String machine(Instant instant) {
        return instant.toString();
    }

    /** How long ago by the real clock, for what was booked just now; the day when it's longer than a day ago. */
    public String ago(Instant instant) {
        Duration passed = Duration.between(instant, realClock.now());
        if (passed.isNegative() || passed.compareTo(LATELY) > 0) {
            return day(instant);
        }
        if (passed.toMinutes() < 1) {
            return text("just_now", 0);
        }
        if (passed.toHours() < 1) {
            return text("minutes_ago", passed.toMinutes());
        }
        return text("hours_ago", passed.toHours());
    }

    private String text(String key, long count) {
        return Texts.text("faces", key, reader.language().locale(), Map.of("count", count));
    }

    /** One or two characters that stand for a person or a brand. */
    public String initials(String name) {
        String[] words = name.strip().split("\\s+");
        if (words.length == 0 || words[0].isEmpty()) {
            return "?";
        }
        int first = words[0].codePointAt(0);
        if (Character.isIdeographic(first) || words.length == 1) {
            return upper(first);
        }
        return upper(first) + upper(words[words.length - 1].codePointAt(0));
    }

    private static String upper(int codePoint) {
        return Character.toString(codePoint).toUpperCase(Locale.ROOT);
    }

    private DateTimeFormatter dayFormat() {
        FormatStyle style = isChinese() ? FormatStyle.LONG : FormatStyle.MEDIUM;
        return DateTimeFormatter.ofLocalizedDate(style).withLocale(reader.locale());
    }

    private boolean isChinese() {
        return reader.language() == Language.CHINESE;
    }
}
