package io.steadfast.charities.core;

import io.steadfast.accrual.core.ActivationCalculator;
import io.steadfast.accrual.core.Fraction;
import io.steadfast.accrual.core.LargestRemainder;
import io.steadfast.accrual.core.LineBasis;
import io.steadfast.accrual.core.MoneyFigures;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderDonation;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.ReturnedParts;
import io.steadfast.accrual.core.SkipReason;
import io.steadfast.accrual.core.Tender;
import io.steadfast.programs.core.Amounts;
import io.steadfast.programs.core.Giving;
import io.steadfast.programs.core.Pledge;
import io.steadfast.programs.core.ProgramDocument;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a program's pledges come to for an order: a function of the order's present state and of what was judged, so that it
 * doesn't matter in how many steps the order came there. A fixed amount stands whole while what remains of the order meets
 * its condition; a share goes line by line as points do (domain 49, 61).
 */
public final class PledgeReckoning {

    private static final Set<SkipReason> CLOSED =
            EnumSet.of(SkipReason.NOT_IN_FORCE, SkipReason.NOT_ENROLLED, SkipReason.CURRENCY_NOT_ACCEPTED);

    private static final Fraction HUNDRED = Fraction.of(100);

    private final ProgramDocument document;
    private final List<LineBasis> basis;
    private final Order order;
    private final ReturnedParts returned;

    /** @param present the order as it stands, with the content that was judged */
    public PledgeReckoning(ProgramDocument document, ProgramJudgement judgement, Order present) {
        this.document = document;
        this.basis = judgement.basis();
        this.order = present;
        this.returned = ReturnedParts.of(present);
    }

    /** Whether the program looked at the order at all. */
    public static boolean looked(ProgramJudgement judgement) {
        return judgement.version() > 0
                && judgement.skipped().stream()
                        .flatMap(skipped -> skipped.reasons().stream())
                        .noneMatch(CLOSED::contains);
    }

    /**
     * One for each pledge that the order brings about.
     *
     * @param collected the member's own donation, if this is the program that takes it
     */
    public List<Wanted> wanted(Optional<OrderDonation> collected) {
        List<Wanted> wanted = new ArrayList<>();
        for (Pledge pledge : document.giving().pledges()) {
            if (pledge.fundedBy() == Pledge.Funding.BRAND) {
                wanted.add(new Wanted(pledge.code(), Part.BRAND, ofProgram(pledge)));
            } else {
                collected.ifPresent(donation -> wanted.add(new Wanted(
                        pledge.code(),
                        Part.MEMBER,
                        donation.amount().map(this::whileAnythingStays).orElseGet(() -> ofProgram(pledge)))));
            }
        }
        if (wanted.stream().noneMatch(each -> each.part() == Part.MEMBER)) {
            collected
                    .flatMap(OrderDonation::amount)
                    .ifPresent(amount -> wanted.add(new Wanted(Wanted.ADDED, Part.MEMBER, whileAnythingStays(amount))));
        }
        return firstOfMember(wanted);
    }

    /** A member pays once, however many pledges ask. */
    private static List<Wanted> firstOfMember(List<Wanted> wanted) {
        Optional<Wanted> first =
                wanted.stream().filter(each -> each.part() == Part.MEMBER).findFirst();
        return wanted.stream()
                .filter(each -> each.part() != Part.MEMBER || first.get().equals(each))
                .toList();
    }

    /** When the window for returns is over; empty while it hasn't begun. */
    public Optional<Instant> confirmAt() {
        Giving.Confirmation confirmation = document.giving().confirmation();
        Optional<Instant> start = confirmation.from() == Giving.Confirmation.From.ORDER
                ? Optional.of(order.occurredAt())
                : order.fulfilledAt();
        return start.map(at -> ActivationCalculator.daysAfter(
                at, confirmation.days(), document.basics().zone()));
    }

    private long whileAnythingStays(long amount) {
        return returned.whole() ? 0 : amount;
    }

    private long ofProgram(Pledge pledge) {
        if (nothingPaid() && pledge.nothingPaid() == Pledge.NothingPaid.SKIP || !meets(pledge, whole())) {
            return 0;
        }
        if (pledge.amount() instanceof Pledge.PledgeAmount.Fixed fixed) {
            return meets(pledge, remaining()) ? whileAnythingStays(fixed(fixed.amount())) : 0;
        }
        return share(((Pledge.PledgeAmount.Percent) pledge.amount()).percent());
    }

    private long fixed(Amounts amount) {
        return MoneyFigures.in(order.currency(), amount, document.basics())
                .map(exact -> exact.halfUp().longValueExact())
                .orElse(0L);
    }

    /** Rounded down once, spread over the lines by what counts of them, and taken back line by line. */
    private long share(BigDecimal percent) {
        long all =
                whole().times(Fraction.of(percent)).dividedBy(HUNDRED).floor().longValueExact();
        List<Long> parts = LargestRemainder.spread(
                all, basis.stream().map(line -> Fraction.of(line.amount())).toList());
        long left = 0;
        for (int index = 0; index < parts.size(); index++) {
            long part = parts.get(index);
            Fraction back = returned.of(basis.get(index).lineId());
            left += part - Fraction.of(part).times(back).floor().longValueExact();
        }
        return left;
    }

    private boolean meets(Pledge pledge, Fraction counting) {
        return pledge.minimumOrder()
                .flatMap(minimum -> MoneyFigures.in(order.currency(), minimum, document.basics()))
                .map(minimum -> counting.compareTo(minimum) >= 0)
                .orElse(true);
    }

    private Fraction whole() {
        return Fraction.of(basis.stream().mapToLong(LineBasis::amount).reduce(0, Math::addExact));
    }

    private Fraction remaining() {
        Fraction remaining = Fraction.ZERO;
        for (LineBasis line : basis) {
            remaining =
                    remaining.plus(Fraction.of(line.amount()).times(Fraction.ONE.minus(returned.of(line.lineId()))));
        }
        return remaining;
    }

    /** An order of 0, or one paid wholly with points. */
    private boolean nothingPaid() {
        long points = order.tenders().stream()
                .filter(tender -> tender.kind() == Tender.Kind.POINTS)
                .mapToLong(Tender::amount)
                .reduce(0, Math::addExact);
        return due(order) <= points;
    }

    /** Why the tenders can't hold what the member gives; nothing where no tenders are told. */
    public static Optional<Trouble> missingInTenders(Order order, OrderDonation donation) {
        long paid = order.tenders().stream().mapToLong(Tender::amount).reduce(0, Math::addExact);
        long given = donation.amount().orElse(0L);
        return order.tenders().isEmpty() || paid >= Math.addExact(due(order), given)
                ? Optional.empty()
                : Optional.of(new Trouble(DonationReason.DONATION_NOT_IN_TENDERS, Long.toString(given)));
    }

    /** What the order itself costs, without a donation. */
    private static long due(Order order) {
        long taxes = order.tax() == Order.TaxTreatment.ADDED
                ? order.lines().stream().mapToLong(OrderLine::tax).reduce(0, Math::addExact)
                : 0;
        return Math.addExact(Math.addExact(order.linesAmount(), order.shipping()), taxes);
    }
}
