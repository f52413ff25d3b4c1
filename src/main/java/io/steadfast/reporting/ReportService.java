package io.steadfast.reporting;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramRefusal;
import io.steadfast.programs.core.ProgramSummary;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.Wallet;
import io.steadfast.reporting.store.SummaryReadings;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What it all comes to, as a marketer and an accountant ask. Reads only; right whether or not a job has run. */
@Stateless
public class ReportService {

    private static final int MOST_PROGRAMS = 200;
    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Inject
    private SummaryReadings readings;

    @Inject
    private PlanSpendService spending;

    @Inject
    private ProgramService programs;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private TenantClock clock;

    /**
     * A summary as of an instant.
     *
     * @param program one alone; empty for all of the tenant's
     * @param asOf empty for now
     * @throws Refusal PROGRAM_UNKNOWN
     */
    public Summary summary(Optional<ProgramCode> program, Optional<Instant> asOf, Basis basis) {
        Instant at = asOf.orElseGet(clock::now);
        List<ProgramSummary> about = about(program);
        Map<WalletCode, PointsSummary> points = basis == Basis.ACTIVITY
                ? readings.byActivity(wallets(about), at)
                : readings.byPosting(wallets(about), BEGINNING, day(at));
        List<ProgramCode> codes = about.stream().map(ProgramSummary::code).toList();
        long enrolled = readings.enrolled(codes, at);
        List<PlanSpend> byPlan = codes.stream()
                .flatMap(code -> spending.spend(code, Instant.EPOCH, at.plusNanos(1_000)).stream())
                .toList();
        return new Summary(
                points.values().stream().reduce(PointsSummary.NONE, PointsSummary::plus),
                liability(about, points, value -> HUNDRED),
                liability(about, points, Wallet.PointValue::expectedUsePercent),
                membersByTier(about, at),
                enrolled,
                added(byPlan.stream().map(PlanSpend::spend).toList()),
                byPlan,
                readings.donations(codes, at));
    }

    /**
     * How the points of a span of posting dates went.
     *
     * @param wallet one alone; empty for all that can be spent
     */
    public Movement movement(LocalDate from, LocalDate through, Optional<WalletCode> wallet) {
        List<WalletCode> wallets = wallet.map(List::of).orElseGet(() -> wallets(about(Optional.empty())));
        PointsSummary before = sum(readings.byPosting(wallets, BEGINNING, from.minusDays(1)));
        PointsSummary within = sum(readings.byPosting(wallets, from, through));
        long opening = before.outstanding() - before.debt();
        return new Movement(
                opening,
                within.accrued(),
                within.activated(),
                within.redeemed(),
                within.expired(),
                within.reversed(),
                within.adjusted(),
                opening + within.outstanding() - within.debt());
    }

    private static PointsSummary sum(Map<WalletCode, PointsSummary> points) {
        return points.values().stream().reduce(PointsSummary.NONE, PointsSummary::plus);
    }

    private List<ProgramSummary> about(Optional<ProgramCode> program) {
        return program.map(code ->
                        List.of(programs.find(code).orElseThrow(() -> new Refusal(ProgramRefusal.PROGRAM_UNKNOWN))))
                .orElseGet(() -> programs.list("", MOST_PROGRAMS));
    }

    /** Status points are nobody's to spend, so they aren't owed. */
    private static List<WalletCode> wallets(List<ProgramSummary> about) {
        return about.stream()
                .flatMap(program -> program.document().wallets().stream())
                .filter(wallet -> wallet.purpose() == Wallet.Purpose.REWARD)
                .map(Wallet::code)
                .distinct()
                .toList();
    }

    private LocalDate day(Instant at) {
        return at.atZone(currentTenant.tenant().zone()).toLocalDate();
    }

    /** Which share of the outstanding points counts, in percent. */
    private interface Share {
        BigDecimal percent(Wallet.PointValue value);
    }

    private static List<Money> liability(
            List<ProgramSummary> about, Map<WalletCode, PointsSummary> points, Share share) {
        Map<Currency, BigDecimal> sums = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        for (ProgramSummary program : about) {
            for (Wallet wallet : program.document().wallets()) {
                PointsSummary held = points.get(wallet.code());
                if (held != null && wallet.value().isPresent()) {
                    BigDecimal worth = wallet.value()
                            .get()
                            .minorUnits()
                            .multiply(BigDecimal.valueOf(held.outstanding()))
                            .multiply(share.percent(wallet.value().get()));
                    sums.merge(program.document().basics().currency(), worth, BigDecimal::add);
                }
            }
        }
        return sums.entrySet().stream()
                .map(sum -> new Money(
                        sum.getValue().divide(HUNDRED, 0, RoundingMode.HALF_UP).longValueExact(), sum.getKey()))
                .toList();
    }

    private Map<String, Long> membersByTier(List<ProgramSummary> about, Instant at) {
        Map<String, Long> members = new HashMap<>();
        for (ProgramSummary program : about) {
            Map<String, Map<String, Long>> counted = readings.tiers(program.code(), at);
            long enrolled = readings.enrolled(List.of(program.code()), at);
            for (TierSet set : program.document().tierSets()) {
                Map<String, Long> tiers =
                        new HashMap<>(counted.getOrDefault(set.code().value(), Map.of()));
                long elsewhere =
                        tiers.values().stream().mapToLong(Long::longValue).sum();
                tiers.merge(set.tiers().get(0).code().value(), Math.max(0, enrolled - elsewhere), Long::sum);
                tiers.forEach((tier, count) -> members.merge(tier, count, Long::sum));
            }
        }
        return members;
    }

    private static List<Money> added(List<Money> each) {
        return new ArrayList<>(each.stream()
                .collect(Collectors.toMap(
                        Money::currency,
                        money -> money,
                        Money::plus,
                        () -> new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode))))
                .values());
    }
}
