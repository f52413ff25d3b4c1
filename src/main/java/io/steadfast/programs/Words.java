package io.steadfast.programs;

import io.steadfast.platform.i18n.Texts;
import io.steadfast.programs.core.Amounts;
import io.steadfast.programs.core.CalendarUnit;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Wallet;
import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Texts, figures and names of one program in one language: what every sentence about it is made of. */
public final class Words {

    private final String bundle;
    private final ProgramDocument document;
    private final Locale language;

    private Words(String bundle, ProgramDocument document, Locale language) {
        this.bundle = bundle;
        this.document = document;
        this.language = language;
    }

    /** @param bundle the name of the texts below {@code messages/} */
    public static Words of(String bundle, ProgramDocument document, Locale language) {
        return new Words(bundle, document, language);
    }

    /** The same program and language with other texts. */
    Words from(String otherBundle) {
        return new Words(otherBundle, document, language);
    }

    public Locale language() {
        return language;
    }

    public ProgramDocument document() {
        return document;
    }

    /** A text; names and values follow each other. */
    public String text(String key, Object... namesAndValues) {
        return Texts.text(bundle, key, language, Texts.values(namesAndValues));
    }

    public String number(BigDecimal figure) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMaximumFractionDigits(12);
        return format.format(figure);
    }

    public String number(long figure) {
        return NumberFormat.getIntegerInstance(language).format(figure);
    }

    /** {@code USD 70.50}: the code, since signs mean different currencies to different readers. */
    public String money(BigDecimal minorUnits, Currency currency) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits + 6);
        return currency.getCurrencyCode() + " " + format.format(minorUnits.movePointLeft(digits));
    }

    public String money(long minorUnits, Currency currency) {
        return money(BigDecimal.valueOf(minorUnits), currency);
    }

    /** A figure in each currency it is stated in. */
    public String amounts(Amounts amounts) {
        return amounts.byCurrency().entrySet().stream()
                .map(entry -> money(entry.getValue(), Currency.getInstance(entry.getKey())))
                .collect(Collectors.joining(" / "));
    }

    /** Points as the wallet shows them. */
    public String points(BigDecimal smallestUnits, WalletCode wallet) {
        int decimals = document.wallet(wallet).map(Wallet::decimals).orElse(0);
        return number(smallestUnits.movePointLeft(decimals));
    }

    public String walletName(WalletCode wallet) {
        return document.wallet(wallet).map(found -> found.name().in(language)).orElse(wallet.value());
    }

    public String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language));
    }

    /** Days of the year, as in {@code 30 June or 31 December}. */
    public String days(List<MonthDay> dates) {
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern(language.getLanguage().equals("zh") ? "M月d日" : "d MMMM", language);
        return joined(dates.stream().map(date -> date.format(format)).toList(), "or");
    }

    public String duration(int amount, CalendarUnit unit) {
        return Texts.text("sentences", "unit." + unit, language, Map.of("count", amount));
    }

    /** What stands between two sentences of one paragraph. */
    public String betweenSentences() {
        return language.getLanguage().equals("zh") ? "" : " ";
    }

    /** {@code a, b and c}, or with another last word. */
    public String joined(List<String> parts, String lastWord) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        String comma = Texts.text("sentences", "comma", language);
        return String.join(comma, parts.subList(0, parts.size() - 1))
                + Texts.text("sentences", lastWord, language)
                + parts.get(parts.size() - 1);
    }
}
