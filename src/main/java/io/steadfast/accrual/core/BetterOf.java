package io.steadfast.accrual.core;

import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Wallet;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** Which of several versions is best for a member: what its reward points are worth, then how many points of any kind. */
public final class BetterOf {

    private BetterOf() {}

    /** A version with what it decided. */
    public record Candidate(ProgramVersion version, AccrualDecision decision) {}

    /**
     * @param candidates the newest version first: of equal ones it stands
     * @throws IllegalArgumentException when there are none
     */
    public static ProgramVersion choose(List<Candidate> candidates) {
        Comparator<Candidate> byWorth = Comparator.comparing(BetterOf::worth).thenComparing(BetterOf::points);
        Candidate best = candidates.stream()
                .reduce((one, other) -> byWorth.compare(other, one) > 0 ? other : one)
                .orElseThrow(() -> new IllegalArgumentException("No version to choose from"));
        return best.version();
    }

    private static BigDecimal worth(Candidate candidate) {
        ProgramDocument document = candidate.version().document();
        return candidate.decision().grants().stream()
                .map(grant -> document.wallet(grant.wallet())
                        .flatMap(Wallet::value)
                        .map(Wallet.PointValue::minorUnits)
                        .orElse(BigDecimal.ZERO)
                        .multiply(BigDecimal.valueOf(grant.points())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long points(Candidate candidate) {
        return candidate.decision().grants().stream().mapToLong(Grant::points).reduce(0, Math::addExact);
    }
}
