package io.steadfast.imports.core;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The cells of one row by our fields, and what they mean; whatever can't be meant is refused by its field. */
public final class Cells {

    private static final Pattern DAY = Pattern.compile(
            "(\\d{4})(?:[-/.年])(\\d{1,2})(?:[-/.月])(\\d{1,2})日?(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?");
    private static final Pattern EXCEL_TEXT = Pattern.compile("=\"(.*)\"");
    private static final Pattern NEUTRALISED = Pattern.compile("'[=+\\-@].*", Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?");
    private static final Pattern GROUPED =
            Pattern.compile("[+-]?\\d{1,3}(?:(?<g>[,.' ])\\d{3})(?:\\k<g>\\d{3})*(?:(?!\\k<g>)[.,]\\d{1,2})");

    private static final Pattern WITH_OFFSET = Pattern.compile(".*T.*[+-]\\d{2}:?\\d{2}");

    /** Longer than any that is meant, and short enough for patterns and numbers that take their time over long ones. */
    private static final int LONGEST_INSTANT = 40;

    private static final int LONGEST_NUMBER = 30;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private final Map<String, String> cells;
    private final ZoneId zone;

    /** @param zone in which a date without a time begins */
    public Cells(Map<String, String> cells, ZoneId zone) {
        this.cells = Map.copyOf(cells);
        this.zone = zone;
    }

    /** What a cell holds without a spreadsheet's habits: blanks around it, {@code ="0012"}, a quote before a formula. */
    public static String cleaned(String cell) {
        String text = cell.replace('\u00A0', ' ').replace('\u3000', ' ').strip();
        Matcher forced = EXCEL_TEXT.matcher(text);
        if (forced.matches()) {
            return forced.group(1).strip();
        }
        return NEUTRALISED.matcher(text).matches() ? text.substring(1) : text;
    }

    public Map<String, String> all() {
        return cells;
    }

    public Optional<String> text(String field) {
        return Optional.ofNullable(cells.get(field)).filter(text -> !text.isEmpty());
    }

    public String required(String field) {
        return text(field).orElseThrow(() -> new RowRefused(field, ImportRefusal.VALUE_MISSING));
    }

    /** An instant; a date without a time is the start of that day, a time without an offset is one of the zone. */
    public Optional<Instant> instant(String field) {
        return text(field).map(text -> instant(field, text));
    }

    public Instant requiredInstant(String field) {
        return instant(field, required(field));
    }

    private Instant instant(String field, String text) {
        if (text.length() > LONGEST_INSTANT) {
            throw new RowRefused(field, ImportRefusal.NOT_A_DAY);
        }
        try {
            if (text.endsWith("Z") || WITH_OFFSET.matcher(text).matches()) {
                OffsetDateTime moment = OffsetDateTime.parse(text);
                refuseFarYear(field, moment.getYear());
                return moment.toInstant();
            }
            Matcher day = DAY.matcher(text);
            if (day.matches()) {
                LocalDate date = date(day);
                refuseFarYear(field, date.getYear());
                return day.group(4) == null
                        ? date.atStartOfDay(zone).toInstant()
                        : LocalDateTime.of(date, time(day)).atZone(zone).toInstant();
            }
        } catch (DateTimeException none) {
            throw new RowRefused(field, ImportRefusal.NOT_A_DAY);
        }
        throw new RowRefused(field, ImportRefusal.NOT_A_DAY);
    }

    /** Beyond them is a slip of the pen, and not far beyond them what a database can keep. */
    private static void refuseFarYear(String field, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new RowRefused(field, ImportRefusal.NOT_A_DAY);
        }
    }

    public Optional<LocalDate> date(String field) {
        return text(field).map(text -> {
            Matcher day = DAY.matcher(text);
            try {
                if (day.matches() && day.group(4) == null) {
                    return date(day);
                }
            } catch (DateTimeException none) {
                throw new RowRefused(field, ImportRefusal.NOT_A_DAY);
            }
            throw new RowRefused(field, ImportRefusal.NOT_A_DAY);
        });
    }

    private static LocalDate date(Matcher day) {
        return LocalDate.of(number(day, 1), number(day, 2), number(day, 3));
    }

    private static LocalTime time(Matcher day) {
        return LocalTime.of(number(day, 4), number(day, 5), day.group(6) == null ? 0 : number(day, 6));
    }

    private static int number(Matcher day, int group) {
        return Integer.parseInt(day.group(group));
    }

    /** An amount in minor units, exactly; 0 where the cell is empty. */
    public long minorUnits(String field, Currency currency) {
        Optional<BigDecimal> amount = decimal(field, ImportRefusal.NOT_AN_AMOUNT);
        if (amount.isEmpty()) {
            return 0;
        }
        try {
            return amount.get()
                    .movePointRight(Math.max(0, currency.getDefaultFractionDigits()))
                    .longValueExact();
        } catch (ArithmeticException tooFine) {
            throw new RowRefused(field, ImportRefusal.AMOUNT_TOO_FINE, Map.of("currency", currency.getCurrencyCode()));
        }
    }

    public Optional<BigDecimal> decimal(String field) {
        return decimal(field, ImportRefusal.NOT_A_NUMBER);
    }

    /** A comma or a point before the decimals; thousands are grouped only where decimals show which is which. */
    private Optional<BigDecimal> decimal(String field, ImportRefusal reason) {
        return text(field).map(text -> {
            if (text.length() > LONGEST_NUMBER) {
                throw new RowRefused(field, reason);
            }
            if (PLAIN.matcher(text).matches()) {
                return new BigDecimal(text.replace(',', '.'));
            }
            Matcher grouped = GROUPED.matcher(text);
            if (grouped.matches()) {
                String plain = text.replace(grouped.group("g"), "").replace(',', '.');
                return new BigDecimal(plain);
            }
            throw new RowRefused(field, reason);
        });
    }

    public long requiredWhole(String field) {
        required(field);
        try {
            return decimal(field).orElseThrow().longValueExact();
        } catch (ArithmeticException broken) {
            throw new RowRefused(field, ImportRefusal.NOT_A_NUMBER);
        }
    }

    public Optional<Boolean> yesNo(String field) {
        return text(field).map(text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "1", "是" -> true;
            case "false", "no", "n", "0", "否" -> false;
            default -> throw new RowRefused(field, ImportRefusal.NOT_YES_OR_NO);
        });
    }
}
