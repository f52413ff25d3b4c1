package io.steadfast.charities.core;

import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.LocalText;
import io.steadfast.shared.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A batch of confirmed donations that was paid to a charity.
 *
 * @param number counts on over all charities of the tenant
 * @param name of the charity at that time
 * @param totals by currency and funds
 * @param settledBy who ran it
 * @param receipt the charity's acknowledgement, once it came
 */
public record Settlement(
        UUID id,
        long number,
        CharityCode charity,
        LocalText name,
        Optional<String> registration,
        Instant settledAt,
        List<Total> totals,
        String settledBy,
        Optional<Receipt> receipt) {

    public Settlement {
        totals = List.copyOf(totals);
    }

    /** One sort of funds in one currency. */
    public record Total(Part part, Money amount, long donations) {}

    /** The charity's acknowledgement, by the reference it gave. */
    public record Receipt(Instant at, String reference) {}

    /** How many donations. */
    public long donations() {
        return totals.stream().mapToLong(Total::donations).sum();
    }

    /** What was paid in each currency. */
    public List<Money> paid() {
        Map<String, Money> sums = new LinkedHashMap<>();
        totals.forEach(total -> sums.merge(total.amount().currency().getCurrencyCode(), total.amount(), Money::plus));
        return new ArrayList<>(sums.values());
    }

    public DonationState state() {
        return receipt.isPresent() ? DonationState.RECEIPTED : DonationState.SETTLED;
    }
}
