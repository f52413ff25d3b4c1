package io.steadfast.programs.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Checks wallets and, for rules and tiers too, expiry policies. */
final class WalletCheck {

    private static final int MINUTES_OF_A_DAY = 1440;

    private final ProgramDocument document;
    private final Problems problems;

    WalletCheck(ProgramDocument document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    void check() {
        // A program that gives to charity may do so without any points.
        problems.addIf(document.wallets().isEmpty() && !document.giving().gives(), ProblemCode.NO_WALLET, "wallets");
        problems.twice(document.wallets(), Wallet::code, ProblemCode.WALLET_TWICE, "wallets");
        for (int index = 0; index < document.wallets().size(); index++) {
            check(document.wallets().get(index), "wallets[" + index + "]");
        }
    }

    private void check(Wallet wallet, String path) {
        problems.addIf(DocumentProblems.isEmpty(wallet.name()), ProblemCode.NAME_MISSING, path + ".name");
        problems.addIf(
                wallet.decimals() < 0 || wallet.decimals() > 4,
                ProblemCode.DECIMALS_OUT_OF_RANGE,
                path + ".decimals",
                wallet.decimals());
        problems.addIf(wallet.expiry().isEmpty(), ProblemCode.EXPIRY_MISSING, path + ".expiry");
        expiry(wallet.expiry(), path + ".expiry", problems);
        boolean lapses = wallet.expiry().stream().anyMatch(policy -> !(policy instanceof ExpiryPolicy.Never));
        problems.addIf(
                !lapses && !wallet.expiry().isEmpty() && wallet.purpose() == Wallet.Purpose.REWARD,
                ProblemCode.NEVER_EXPIRES,
                path + ".expiry",
                wallet.code());
        problems.addIf(
                lapses
                        && wallet.purpose() == Wallet.Purpose.REWARD
                        && wallet.notice().isEmpty(),
                ProblemCode.NOTICE_MISSING,
                path + ".notice",
                wallet.code());
        notice(wallet, path);
        problems.addIf(
                wallet.holds().maxMinutes() < 1 || wallet.holds().maxMinutes() > MINUTES_OF_A_DAY,
                ProblemCode.HOLD_OUT_OF_RANGE,
                path + ".holds.maxMinutes",
                wallet.holds().maxMinutes());
        problems.addIf(
                wallet.returned().kind() == Wallet.ReturnToExpired.Kind.MIN_DAYS
                        && wallet.returned().days().filter(days -> days > 0).isEmpty(),
                ProblemCode.RETURN_DAYS_MISSING,
                path + ".returned.days");
        value(wallet, path);
        wallet.spending().ifPresent(spending -> spending(wallet, spending, path + ".spending"));
    }

    private void spending(Wallet wallet, Wallet.Spending spending, String path) {
        problems.addIf(
                wallet.unit() != Wallet.Unit.CURRENCY || wallet.purpose() != Wallet.Purpose.REWARD,
                ProblemCode.SPENDING_NEEDS_CURRENCY_WALLET,
                path);
        spending.basket()
                .ifPresent(basket ->
                        problems.addIf(basket <= 0, ProblemCode.FIGURE_NOT_POSITIVE, path + ".basket", basket));
        spending.mostPercent()
                .ifPresent(percent -> problems.addIf(
                        percent.signum() <= 0 || !DocumentProblems.isPercent(percent),
                        ProblemCode.SHARE_OUT_OF_RANGE,
                        path + ".mostPercent",
                        percent.toPlainString()));
    }

    private void notice(Wallet wallet, String path) {
        if (wallet.notice().isEmpty()) {
            return;
        }
        Wallet.NoticePromise notice = wallet.notice().get();
        problems.addIf(notice.channel().isEmpty(), ProblemCode.NOTICE_WITHOUT_CHANNEL, path + ".notice.channel");
        problems.addIf(notice.days() < 1, ProblemCode.WAIT_NOT_POSITIVE, path + ".notice.days", notice.days());
        problems.addIf(
                wallet.expiry().stream().allMatch(ExpiryPolicy.Never.class::isInstance),
                ProblemCode.NOTICE_WITHOUT_EXPIRY,
                path + ".notice");
        outlives(wallet.expiry(), notice, path + ".notice.days");
        List<EarningRule> rules = document.earning().rules();
        for (int index = 0; index < rules.size(); index++) {
            if (rules.get(index).wallet().equals(Optional.of(wallet.code()))) {
                outlives(rules.get(index).expiry(), notice, "earning.rules[" + index + "].expiry");
            }
        }
        for (int index = 0; index < document.tierSets().size(); index++) {
            List<Tier> tiers = document.tierSets().get(index).tiers();
            for (int rank = 0; rank < tiers.size(); rank++) {
                outlives(
                        tiers.get(rank).expiry().getOrDefault(wallet.code(), List.of()),
                        notice,
                        "tierSets[" + index + "].tiers[" + rank + "].expiry." + wallet.code());
            }
        }
    }

    /** Points that live no longer than the notice before their end could never lapse as promised. */
    private void outlives(List<ExpiryPolicy> policies, Wallet.NoticePromise notice, String path) {
        for (ExpiryPolicy policy : policies) {
            OptionalInt shortest = shortestDays(policy);
            problems.addIf(
                    shortest.isPresent() && shortest.getAsInt() <= notice.days(),
                    ProblemCode.NOTICE_LONGER_THAN_EXPIRY,
                    path,
                    notice.days());
        }
    }

    /** How many days points live at least. */
    private static OptionalInt shortestDays(ExpiryPolicy policy) {
        if (policy instanceof ExpiryPolicy.AfterDuration duration) {
            return OptionalInt.of(days(duration.amount(), duration.unit()));
        }
        if (policy instanceof ExpiryPolicy.Inactivity inactivity) {
            return OptionalInt.of(days(inactivity.amount(), inactivity.unit()));
        }
        if (policy instanceof ExpiryPolicy.FixedDates fixed) {
            return OptionalInt.of(fixed.minDays());
        }
        return OptionalInt.empty();
    }

    private static int days(int amount, CalendarUnit unit) {
        LocalDate start = LocalDate.of(2027, 2, 1);
        return (int) Math.min(
                100_000,
                start.plus(Math.max(0, Math.min(amount, 1000)), unit.chronoUnit())
                                .toEpochDay()
                        - start.toEpochDay());
    }

    private void value(Wallet wallet, String path) {
        problems.addIf(
                wallet.value().isEmpty() && wallet.purpose() == Wallet.Purpose.REWARD,
                ProblemCode.VALUE_MISSING,
                path + ".value",
                wallet.code());
        wallet.value().ifPresent(value -> {
            problems.addIf(
                    value.minorUnits().signum() < 0,
                    ProblemCode.VALUE_OUT_OF_RANGE,
                    path + ".value.minorUnits",
                    value.minorUnits());
            problems.addIf(
                    !DocumentProblems.isPercent(value.expectedUsePercent()),
                    ProblemCode.VALUE_OUT_OF_RANGE,
                    path + ".value.expectedUsePercent",
                    value.expectedUsePercent());
        });
    }

    static void expiry(List<ExpiryPolicy> policies, String path, Problems problems) {
        for (int index = 0; index < policies.size(); index++) {
            ExpiryPolicy policy = policies.get(index);
            String place = path + "[" + index + "]";
            if (policy instanceof ExpiryPolicy.AfterDuration duration) {
                problems.addIf(
                        duration.amount() < 1 || duration.amount() > 1000,
                        ProblemCode.EXPIRY_NOT_POSITIVE,
                        place + ".amount",
                        duration.amount());
            } else if (policy instanceof ExpiryPolicy.Inactivity inactivity) {
                problems.addIf(
                        inactivity.amount() < 1 || inactivity.amount() > 1000,
                        ProblemCode.EXPIRY_NOT_POSITIVE,
                        place + ".amount",
                        inactivity.amount());
                problems.addIf(
                        inactivity.activities().isEmpty(),
                        ProblemCode.EXPIRY_ACTIVITIES_MISSING,
                        place + ".activities");
            } else if (policy instanceof ExpiryPolicy.FixedDates fixed) {
                problems.addIf(fixed.dates().isEmpty(), ProblemCode.EXPIRY_DATES_MISSING, place + ".dates");
                problems.addIf(
                        fixed.minDays() < 0, ProblemCode.EXPIRY_NOT_POSITIVE, place + ".minDays", fixed.minDays());
            } else {
                problems.addIf(policies.size() > 1, ProblemCode.NEVER_AMONG_OTHERS, place);
            }
        }
    }
}
