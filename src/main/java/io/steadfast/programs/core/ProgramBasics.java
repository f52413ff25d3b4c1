package io.steadfast.programs.core;

import io.steadfast.shared.ProgramCode;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What a program is called and reckons in.
 *
 * @param zone all calendar logic happens here; fixed by the first publish
 * @param currency the reporting currency; fixed by the first publish
 * @param accepted further currencies orders may be in
 * @param grossMarginPercent of the tenant's sales, for give-back warnings
 * @param lookBackDays how long before the enrolment an order still counts, 0 to 90
 * @param description what the tenant tells members about the program
 */
public record ProgramBasics(
        ProgramCode code,
        LocalText name,
        ProgramKind kind,
        ZoneId zone,
        Currency currency,
        List<AcceptedCurrency> accepted,
        Optional<BigDecimal> grossMarginPercent,
        int lookBackDays,
        LocalText description) {

    public ProgramBasics {
        accepted = List.copyOf(accepted);
    }

    /** Whether an order in this currency is judged at all. */
    public boolean accepts(Currency other) {
        return currency.equals(other)
                || accepted.stream().anyMatch(one -> one.currency().equals(other));
    }

    /** Units of the program's currency for one unit of the other; 1 for its own, empty where no rate is given. */
    public Optional<BigDecimal> rateFrom(Currency other) {
        if (currency.equals(other)) {
            return Optional.of(BigDecimal.ONE);
        }
        return accepted.stream()
                .filter(one -> one.currency().equals(other))
                .findFirst()
                .flatMap(AcceptedCurrency::rate);
    }
}
