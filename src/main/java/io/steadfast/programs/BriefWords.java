package io.steadfast.programs;

import io.steadfast.programs.core.Amounts;
import io.steadfast.programs.core.Cap;
import io.steadfast.programs.core.LocalText;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Wallet;
import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words of {@link InBrief}: figures as short as they can be, and never more names than one reads at a glance. */
final class BriefWords {

    private static final int NAMES = 3;

    private final Words words;

    BriefWords(ProgramDocument document, Locale language) {
        this.words = Words.of("briefs", document, language);
    }

    /** What something costs. */
    record Price(WalletCode wallet, long points) implements Comparable<Price> {

        @Override
        public int compareTo(Price other) {
            int byPoints = Long.compare(points, other.points);
            return byPoints == 0 ? wallet.compareTo(other.wallet) : byPoints;
        }

        String in(BriefWords say) {
            return say.points(BigDecimal.valueOf(points), wallet);
        }
    }

    Words words() {
        return words;
    }

    ProgramDocument document() {
        return words.document();
    }

    String text(String key, Object... namesAndValues) {
        return words.text(key, namesAndValues);
    }

    String in(LocalText text) {
        return text.in(words.language());
    }

    /** Points of the only wallet of points are just points; others bear their wallet's name, and credit is money. */
    String points(BigDecimal smallestUnits, WalletCode wallet) {
        boolean money = document()
                .wallet(wallet)
                .filter(one -> one.unit() == Wallet.Unit.CURRENCY)
                .isPresent();
        if (money) {
            return money(smallestUnits);
        }
        String figure = words.points(smallestUnits, wallet);
        return document().wallets().size() > 1
                ? text("points_of", "figure", figure, "wallet", words.walletName(wallet))
                : text("points", "figure", figure, "count", figure.equals("1") ? 1 : 2);
    }

    String money(long minorUnits) {
        return money(BigDecimal.valueOf(minorUnits));
    }

    String money(BigDecimal minorUnits) {
        return money(minorUnits, document().basics().currency());
    }

    /** {@code USD 1}, {@code USD 1.50}. */
    private String money(BigDecimal minorUnits, Currency currency) {
        BigDecimal major = minorUnits.movePointLeft(Math.max(0, currency.getDefaultFractionDigits()));
        boolean whole = major.stripTrailingZeros().scale() <= 0;
        return whole ? currency.getCurrencyCode() + " " + words.number(major) : words.money(minorUnits, currency);
    }

    String amounts(Amounts amounts) {
        return amounts.byCurrency().entrySet().stream()
                .map(entry -> money(BigDecimal.valueOf(entry.getValue()), Currency.getInstance(entry.getKey())))
                .collect(Collectors.joining(" / "));
    }

    String limits(List<Cap> caps) {
        Words sentences = words.from("sentences");
        return clauses(
                caps.stream().map(cap -> RuleSentence.cap(sentences, cap)).toList());
    }

    /** All of them, one after the other. */
    String clauses(List<String> parts) {
        return String.join(text("clause"), parts);
    }

    String listed(List<String> names) {
        return String.join(words.from("sentences").text("comma"), names);
    }

    /** The first ones, and how many there are besides. */
    String some(List<String> names) {
        return names.size() <= NAMES + 1
                ? words.joined(names, "and")
                : text("and_more", "names", listed(names.subList(0, NAMES)), "count", names.size() - NAMES);
    }

    String sentences(List<String> sentences) {
        return sentences.stream()
                .filter(sentence -> !sentence.isBlank())
                .collect(Collectors.joining(words.betweenSentences()));
    }
}
