package io.steadfast.designer.core;

import io.steadfast.accrual.core.Grant;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Wallet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What points are worth to a member, by the values that the program's wallets state. */
public final class Worth {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Worth() {}

    /** Those of the grants that go into wallets one can spend from. */
    public static List<Grant> spendable(List<Grant> grants, ProgramDocument document) {
        Set<String> codes = document.wallets().stream()
                .filter(wallet -> wallet.purpose() == Wallet.Purpose.REWARD)
                .map(wallet -> wallet.code().value())
                .collect(Collectors.toSet());
        return grants.stream()
                .filter(grant -> codes.contains(grant.wallet().value()))
                .toList();
    }

    /** In minor units of the program's currency, exact; empty where a wallet states no value. */
    public static Optional<BigDecimal> of(List<Grant> grants, ProgramDocument document) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Grant grant : grants) {
            Optional<BigDecimal> value =
                    document.wallet(grant.wallet()).flatMap(Wallet::value).map(Wallet.PointValue::minorUnits);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(value.get().multiply(BigDecimal.valueOf(grant.points())));
        }
        return Optional.of(sum);
    }

    /** Of what was spent, with at most two decimals; empty where nothing was. */
    public static Optional<BigDecimal> percent(BigDecimal worth, long spend) {
        return spend <= 0
                ? Optional.empty()
                : Optional.of(worth.multiply(HUNDRED).divide(BigDecimal.valueOf(spend), 2, RoundingMode.HALF_EVEN));
    }
}
