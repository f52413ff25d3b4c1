package io.steadfast.programs;

import io.steadfast.programs.core.ProgramSummary;
import io.steadfast.programs.core.Wallet;
import io.steadfast.shared.Money;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the tenant's wallets are called and what their points are worth; reads the programs once a request. */
@RequestScoped
public class PublishedWallets {

    /** More programs than a tenant has; a list without an end would be none. */
    private static final int MOST_PROGRAMS = 200;

    @Inject
    private ProgramService programs;

    private @Nullable List<ProgramSummary> all;

    /** What the wallet is called; its code where no program has it. */
    public String name(WalletCode code, Locale language) {
        return programs().stream()
                .flatMap(program -> program.document().wallet(code).stream())
                .findFirst()
                .map(wallet -> wallet.name().in(language))
                .orElse(code.value());
    }

    /** How many decimals its figures are shown with: 2 shows 150 as 1.50. */
    public int decimals(WalletCode code) {
        return programs().stream()
                .flatMap(program -> program.document().wallet(code).stream())
                .findFirst()
                .map(Wallet::decimals)
                .orElse(0);
    }

    /** The zone of the wallet's program, in which a last usable day is a date; empty where no program has it. */
    public Optional<ZoneId> zone(WalletCode code) {
        return programs().stream()
                .filter(program -> program.document().wallet(code).isPresent())
                .map(program -> program.document().basics().zone())
                .findFirst();
    }

    /** What points are worth in the program's currency, in whole minor units, rounded down; empty where it doesn't say. */
    public Optional<Money> worth(WalletCode code, long points) {
        return programs().stream()
                .flatMap(program -> program.document().wallet(code).flatMap(Wallet::value).stream()
                        .map(value ->
                                money(value, points, program.document().basics().currency())))
                .findFirst();
    }

    private static Money money(Wallet.PointValue value, long points, Currency currency) {
        return new Money(
                value.minorUnits()
                        .multiply(BigDecimal.valueOf(points))
                        .setScale(0, RoundingMode.FLOOR)
                        .longValueExact(),
                currency);
    }

    /** Every program of the tenant. */
    public List<ProgramSummary> programs() {
        if (all == null) {
            all = programs.list("", MOST_PROGRAMS);
        }
        return all;
    }
}
