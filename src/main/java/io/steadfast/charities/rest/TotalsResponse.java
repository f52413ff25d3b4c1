package io.steadfast.charities.rest;

import io.steadfast.charities.core.CharityTotal;
import io.steadfast.charities.core.DonationState;
import io.steadfast.charities.core.Part;
import io.steadfast.shared.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What stands in one currency. Each donation counts in one state, so the four states add up to {@code total}, and so do the
 * three sorts of funds.
 *
 * @param settled paid, but not acknowledged yet
 * @param donations how many
 */
public record TotalsResponse(
        String currency,
        Money total,
        Money pledged,
        Money confirmed,
        Money settled,
        Money receipted,
        Money brand,
        Money member,
        Money match,
        long donations) {

    static List<TotalsResponse> of(List<CharityTotal> totals) {
        Map<String, List<CharityTotal>> byCurrency = totals.stream()
                .collect(Collectors.groupingBy(
                        total -> total.amount().currency().getCurrencyCode(), TreeMap::new, Collectors.toList()));
        return byCurrency.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static TotalsResponse of(String currency, List<CharityTotal> totals) {
        return new TotalsResponse(
                currency,
                sum(currency, totals, each -> true),
                sum(currency, totals, each -> each.state() == DonationState.PLEDGED),
                sum(currency, totals, each -> each.state() == DonationState.CONFIRMED),
                sum(currency, totals, each -> each.state() == DonationState.SETTLED),
                sum(currency, totals, each -> each.state() == DonationState.RECEIPTED),
                sum(currency, totals, each -> each.part() == Part.BRAND),
                sum(currency, totals, each -> each.part() == Part.MEMBER),
                sum(currency, totals, each -> each.part() == Part.MATCH),
                totals.stream().mapToLong(CharityTotal::donations).sum());
    }

    private static Money sum(String currency, List<CharityTotal> totals, Predicate<CharityTotal> which) {
        return totals.stream().filter(which).map(CharityTotal::amount).reduce(Money.of(0, currency), Money::plus);
    }
}
