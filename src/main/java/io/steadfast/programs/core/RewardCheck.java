package io.steadfast.programs.core;

import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Checks the catalogue and the rights. */
final class RewardCheck {

    private final ProgramDocument document;
    private final Problems problems;

    RewardCheck(ProgramDocument document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    void check() {
        problems.twice(document.rewards(), Reward::code, ProblemCode.REWARD_TWICE, "rewards");
        for (int index = 0; index < document.rewards().size(); index++) {
            reward(document.rewards().get(index), "rewards[" + index + "]");
        }
        new SelfRedeemingCheck(document, problems).check();
        problems.twice(document.entitlements(), TierEntitlement::code, ProblemCode.ENTITLEMENT_TWICE, "entitlements");
        for (int index = 0; index < document.entitlements().size(); index++) {
            TierEntitlement entitlement = document.entitlements().get(index);
            String path = "entitlements[" + index + "]";
            problems.addIf(
                    !entitlement.code().matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}"),
                    ProblemCode.CODE_UNREADABLE,
                    path + ".code",
                    entitlement.code());
            problems.addIf(DocumentProblems.isEmpty(entitlement.name()), ProblemCode.NAME_MISSING, path + ".name");
            entitlement.tier().ifPresent(level -> level(level, path + ".tier"));
        }
    }

    private void reward(Reward reward, String path) {
        problems.addIf(DocumentProblems.isEmpty(reward.name()), ProblemCode.NAME_MISSING, path + ".name");
        gives(reward.gives(), path + ".gives");
        reward.price().ifPresent(price -> {
            price(price, path + ".price");
            worth(reward.gives(), price, path + ".price.points");
        });
        reward.perMember()
                .ifPresent(limit -> problems.addIf(
                        limit.times() <= 0, ProblemCode.LIMIT_NOT_POSITIVE, path + ".perMember.times", limit.times()));
        reward.audience().ifPresent(level -> level(level, path + ".audience"));
        reward.plan()
                .filter(plan -> document.plan(plan).isEmpty())
                .ifPresent(plan -> problems.add(ProblemCode.PLAN_UNKNOWN, path + ".plan", plan));
        reward.validFor().ifPresent(term -> positive(term.amount(), path + ".validFor.amount"));
        Validity visible = reward.visible();
        problems.addIf(
                visible.from().isPresent()
                        && visible.through()
                                .filter(last -> last.isBefore(visible.from().orElseThrow()))
                                .isPresent(),
                ProblemCode.VALIDITY_BACKWARDS,
                path + ".visible");
    }

    private void gives(RewardKind kind, String path) {
        if (kind instanceof RewardKind.PercentVoucher voucher) {
            problems.addIf(
                    voucher.percent().signum() <= 0 || !DocumentProblems.isPercent(voucher.percent()),
                    ProblemCode.PERCENT_OUT_OF_RANGE,
                    path + ".percent",
                    voucher.percent().toPlainString());
            voucher.most().ifPresent(most -> positive(most, path + ".most"));
            voucher.basket().ifPresent(basket -> positive(basket, path + ".basket"));
        } else if (kind instanceof RewardKind.AmountVoucher voucher) {
            positive(voucher.amount(), path + ".amount");
            voucher.basket().ifPresent(basket -> positive(basket, path + ".basket"));
        } else if (kind instanceof RewardKind.GiftCard card) {
            positive(card.amount(), path + ".amount");
        } else if (kind instanceof RewardKind.FreeShipping shipping) {
            shipping.basket().ifPresent(basket -> positive(basket, path + ".basket"));
        } else if (kind instanceof RewardKind.FreeProduct product) {
            problems.addIf(product.sku().isBlank(), ProblemCode.SKU_MISSING, path + ".sku");
        } else if (kind instanceof RewardKind.PhysicalItem item) {
            problems.addIf(item.sku().isBlank(), ProblemCode.SKU_MISSING, path + ".sku");
        } else if (kind instanceof RewardKind.Credit credit) {
            positive(credit.amount(), path + ".amount");
            credit(credit.wallet(), path + ".wallet");
        } else if (kind instanceof RewardKind.Experience experience) {
            positive(experience.capacity(), path + ".capacity");
        } else if (kind instanceof RewardKind.Donation donation) {
            positive(donation.amount(), path + ".amount");
        }
    }

    private void credit(WalletCode code, String path) {
        document.wallet(code)
                .ifPresentOrElse(
                        wallet -> problems.addIf(
                                wallet.unit() != Wallet.Unit.CURRENCY, ProblemCode.CREDIT_NEEDS_CURRENCY_WALLET, path),
                        () -> problems.add(ProblemCode.WALLET_UNKNOWN, path, code));
    }

    private void price(RewardPrice price, String path) {
        problems.addIf(price.points() <= 0, ProblemCode.REWARD_PRICE_NOT_POSITIVE, path + ".points", price.points());
        price.money().ifPresent(money -> positive(money, path + ".money"));
        for (int index = 0; index < price.byTier().size(); index++) {
            TierPrice own = price.byTier().get(index);
            String at = path + ".byTier[" + index + "]";
            problems.addIf(own.points() <= 0, ProblemCode.REWARD_PRICE_NOT_POSITIVE, at + ".points", own.points());
            level(new TierLevel(own.set(), own.from()), at);
        }
        problems.twice(
                price.byTier(), own -> own.set() + "/" + own.from(), ProblemCode.TIER_PRICE_TWICE, path + ".byTier");
        Optional<Wallet> wallet = document.wallet(price.wallet());
        problems.addIf(wallet.isEmpty(), ProblemCode.WALLET_UNKNOWN, path + ".wallet", price.wallet());
        wallet.ifPresent(found -> {
            problems.addIf(
                    found.purpose() == Wallet.Purpose.STATUS,
                    ProblemCode.WALLET_CANNOT_BE_SPENT,
                    path + ".wallet",
                    price.wallet());
            affordable(price, path);
        });
    }

    /** A wallet that no rule fills, or that a cap for ever keeps below the lowest price. */
    private void affordable(RewardPrice price, String path) {
        boolean filled = document.earning().rules().stream()
                .anyMatch(rule -> rule.wallet().filter(price.wallet()::equals).isPresent());
        boolean credited = document.rewards().stream()
                .anyMatch(reward -> reward.gives() instanceof RewardKind.Credit credit
                        && credit.wallet().equals(price.wallet()));
        problems.addIf(
                !filled && !credited,
                ProblemCode.REWARD_UNAFFORDABLE,
                path + ".wallet",
                price.wallet(),
                price.points());
        long lowest = price.lowest();
        most(price.wallet())
                .ifPresent(most -> problems.addIf(
                        lowest > most, ProblemCode.REWARD_UNAFFORDABLE, path + ".points", price.wallet(), lowest));
    }

    /** The most a member can ever have earned in a wallet, where caps say so. */
    private OptionalLong most(WalletCode wallet) {
        LongStream ofAll = document.earning().caps().stream()
                .filter(each -> each.wallet().equals(wallet))
                .map(WalletCap::cap)
                .filter(cap -> isForEver(cap) && cap.unit() == Cap.Unit.POINTS)
                .mapToLong(Cap::limit);
        return LongStream.concat(ofAll, mostOfRules(wallet).stream()).min();
    }

    /** What all rules together can ever give; empty where one of them has no end, or where credit can be bought too. */
    private OptionalLong mostOfRules(WalletCode wallet) {
        boolean bought = document.rewards().stream()
                .anyMatch(reward -> reward.gives() instanceof RewardKind.Credit credit
                        && credit.wallet().equals(wallet));
        List<OptionalLong> each = document.earning().rules().stream()
                .filter(rule -> rule.wallet().equals(Optional.of(wallet)))
                .map(RewardCheck::mostOfRule)
                .toList();
        return bought || each.isEmpty() || each.stream().anyMatch(OptionalLong::isEmpty)
                ? OptionalLong.empty()
                : OptionalLong.of(each.stream()
                        .mapToLong(OptionalLong::getAsLong)
                        .reduce(0, (sum, most) -> sum > Long.MAX_VALUE - most ? Long.MAX_VALUE : sum + most));
    }

    /** By its cap in points: a cap in times bounds nothing while multipliers may raise each time. */
    private static OptionalLong mostOfRule(EarningRule rule) {
        return rule.caps().stream()
                .filter(RewardCheck::isForEver)
                .filter(cap -> cap.unit() == Cap.Unit.POINTS)
                .mapToLong(Cap::limit)
                .min();
    }

    private static boolean isForEver(Cap cap) {
        return cap.scope() == Cap.Scope.MEMBER && cap.period() == Cap.Period.EVER;
    }

    /** Warns where members get more for a point than a point is reckoned at. */
    private void worth(RewardKind kind, RewardPrice price, String path) {
        long given = amount(kind) - price.money().orElse(0L);
        document.wallet(price.wallet())
                .flatMap(Wallet::value)
                .filter(value -> given > 0 && price.points() > 0)
                .filter(value -> BigDecimal.valueOf(given)
                                .compareTo(value.minorUnits().multiply(BigDecimal.valueOf(price.points())))
                        > 0)
                .ifPresent(value -> problems.add(
                        ProblemCode.REWARD_ABOVE_POINT_VALUE,
                        path,
                        price.points(),
                        value.minorUnits().toPlainString()));
    }

    private static long amount(RewardKind kind) {
        if (kind instanceof RewardKind.AmountVoucher voucher) {
            return voucher.amount();
        }
        if (kind instanceof RewardKind.GiftCard card) {
            return card.amount();
        }
        if (kind instanceof RewardKind.Credit credit) {
            return credit.amount();
        }
        return kind instanceof RewardKind.Donation donation ? donation.amount() : 0;
    }

    private void level(TierLevel level, String path) {
        Optional<TierSet> set = document.tierSet(level.set());
        problems.addIf(set.isEmpty(), ProblemCode.TIER_SET_UNKNOWN, path + ".set", level.set());
        problems.addIf(
                set.filter(found -> found.rankOf(level.from()) < 0).isPresent(),
                ProblemCode.TIER_UNKNOWN,
                path + ".from",
                level.from());
    }

    private void positive(long figure, String path) {
        problems.addIf(figure <= 0, ProblemCode.FIGURE_NOT_POSITIVE, path, figure);
    }
}
