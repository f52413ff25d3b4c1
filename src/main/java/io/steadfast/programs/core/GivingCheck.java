package io.steadfast.programs.core;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Checks what the program gives to charity. */
final class GivingCheck {

    private static final int LONGEST_WAIT = 365;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ProgramDocument document;
    private final Problems problems;

    GivingCheck(ProgramDocument document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    /** @param register the tenant's charities; empty where a document is looked at by itself */
    void check(Optional<CharityRegister> register) {
        Giving giving = document.giving();
        problems.twice(giving.pledges(), Pledge::code, ProblemCode.PLEDGE_TWICE, "giving.pledges");
        for (int index = 0; index < giving.pledges().size(); index++) {
            pledge(giving.pledges().get(index), "giving.pledges[" + index + "]");
        }
        problems.twice(giving.charities(), Giving.Offered::code, ProblemCode.CHARITY_TWICE, "giving.charities");
        for (int index = 0; index < giving.charities().size(); index++) {
            Giving.Offered offered = giving.charities().get(index);
            String path = "giving.charities[" + index + "]";
            problems.addIf(DocumentProblems.isEmpty(offered.name()), ProblemCode.NAME_MISSING, path + ".name");
            known(register, offered.code(), path + ".code");
        }
        problems.addIf(
                giving.gives() && giving.charities().isEmpty() && giving.choice() == Giving.Choice.LISTED,
                ProblemCode.NO_CHARITY,
                "giving.charities");
        unassigned(giving, register);
        int days = giving.confirmation().days();
        problems.addIf(
                days < 0 || days > LONGEST_WAIT, ProblemCode.CONFIRMATION_OUT_OF_RANGE, "giving.confirmation", days);
        giving.points().ifPresent(points -> points(points, "giving.points"));
    }

    private void pledge(Pledge pledge, String path) {
        problems.addIf(DocumentProblems.isEmpty(pledge.name()), ProblemCode.NAME_MISSING, path + ".name");
        if (pledge.amount() instanceof Pledge.PledgeAmount.Fixed fixed) {
            RuleCheck.amounts(fixed.amount(), path + ".amount.amount", document.basics(), problems);
        } else if (pledge.amount() instanceof Pledge.PledgeAmount.Percent percent) {
            percent(pledge, percent.percent(), path + ".amount.percent");
        }
        pledge.minimumOrder()
                .ifPresent(minimum -> RuleCheck.amounts(minimum, path + ".minimumOrder", document.basics(), problems));
    }

    private void percent(Pledge pledge, BigDecimal percent, String path) {
        problems.addIf(
                percent.signum() <= 0 || percent.compareTo(HUNDRED) > 0,
                ProblemCode.PLEDGE_PERCENT_OUT_OF_RANGE,
                path,
                percent.toPlainString());
        document.basics()
                .grossMarginPercent()
                .filter(margin -> pledge.fundedBy() == Pledge.Funding.BRAND && percent.compareTo(margin) > 0)
                .ifPresent(margin -> problems.add(
                        ProblemCode.GIVE_BACK_ABOVE_MARGIN, path, percent.toPlainString(), margin.toPlainString()));
    }

    private void known(Optional<CharityRegister> register, CharityCode code, String path) {
        register.ifPresent(charities -> {
            problems.addIf(!charities.knows(code), ProblemCode.CHARITY_UNKNOWN, path, code);
            problems.addIf(charities.closed().contains(code), ProblemCode.CHARITY_CLOSED, path, code);
        });
    }

    private void unassigned(Giving giving, Optional<CharityRegister> register) {
        problems.addIf(
                giving.gives() && giving.unassigned().isEmpty(),
                ProblemCode.DEFAULT_CHARITY_MISSING,
                "giving.unassigned");
        giving.unassigned().ifPresent(unassigned -> {
            String path = "giving.unassigned";
            boolean offered = giving.offers(unassigned.charity());
            problems.addIf(!offered, ProblemCode.DEFAULT_CHARITY_NOT_OFFERED, path + ".charity", unassigned.charity());
            List<CharityCode> listed =
                    giving.charities().stream().map(Giving.Offered::code).toList();
            if (offered && !listed.contains(unassigned.charity())) {
                known(register, unassigned.charity(), path + ".charity");
            }
            problems.addIf(
                    unassigned.afterDays() < 0 || unassigned.afterDays() > LONGEST_WAIT,
                    ProblemCode.DEFAULT_WAIT_OUT_OF_RANGE,
                    path + ".afterDays",
                    unassigned.afterDays());
        });
    }

    private void points(GivingPoints points, String path) {
        Optional<Wallet> wallet = document.wallet(points.wallet());
        problems.addIf(wallet.isEmpty(), ProblemCode.WALLET_UNKNOWN, path + ".wallet", points.wallet());
        problems.addIf(
                wallet.filter(each -> each.purpose() == Wallet.Purpose.STATUS).isPresent(),
                ProblemCode.STATUS_POINTS_GIVEN,
                path + ".wallet",
                points.wallet());
        problems.addIf(points.points() < 1, ProblemCode.FIGURE_NOT_POSITIVE, path + ".points", points.points());
        problems.addIf(points.worth() < 1, ProblemCode.FIGURE_NOT_POSITIVE, path + ".worth", points.worth());
        problems.addIf(points.step() < 1, ProblemCode.FIGURE_NOT_POSITIVE, path + ".step", points.step());
        if (points.points() >= 1 && points.step() >= 1) {
            problems.addIf(
                    points.step() % points.points() != 0,
                    ProblemCode.STEP_NOT_MULTIPLE,
                    path + ".step",
                    points.step(),
                    points.points());
            problems.addIf(
                    points.minimum() < 1 || points.minimum() % points.step() != 0,
                    ProblemCode.MINIMUM_NOT_MULTIPLE,
                    path + ".minimum",
                    points.minimum(),
                    points.step());
        }
        problems.addIf(
                points.matchPercent().signum() < 0,
                ProblemCode.MATCH_NEGATIVE,
                path + ".matchPercent",
                points.matchPercent().toPlainString());
        problems.addIf(
                points.matchPercent().compareTo(HUNDRED) > 0,
                ProblemCode.MATCH_UNLIKELY,
                path + ".matchPercent",
                points.matchPercent().toPlainString());
    }
}
