package io.steadfast.accrual.core;

import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.Effect;
import io.steadfast.programs.core.ExpiryPolicy.KeepsAlive;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Wallet;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One judgement from matched rules to the decision; lives as long as it takes. */
final class Evaluation {

    private final ProgramVersion version;
    private final ProgramDocument document;
    private final FactReader reader;
    private final Occurrence occurrence;
    private final Limits limits;
    private final GrantDates dates;
    private final List<Grant> grants = new ArrayList<>();
    private final Set<RuleCode> multiplied = new LinkedHashSet<>();
    private final Map<RuleCode, SkippedRule> skipped = new LinkedHashMap<>();

    Evaluation(ProgramVersion version, MemberFacts member, FactReader reader) {
        this.version = version;
        this.document = version.document();
        this.reader = reader;
        this.occurrence = reader.occurrence();
        this.limits = new Limits(document, member.usage(), new CapWindows(document, occurrence.occurredAt()));
        this.dates = new GrantDates(document, member.tiers(), occurrence.occurredAt());
    }

    AccrualDecision skipAll(List<EarningRule> rules, SkipReason reason) {
        if (rules.isEmpty()) {
            return decision(List.of(new SkippedRule(Optional.empty(), List.of(reason), List.of())), Map.of());
        }
        return decision(
                rules.stream()
                        .map(rule -> new SkippedRule(Optional.of(rule.code()), List.of(reason), List.of()))
                        .toList(),
                Map.of());
    }

    AccrualDecision judge(List<RuleMatch> matches) {
        matches.stream().filter(match -> !match.applies()).forEach(match -> skip(match, match.reasons()));
        GroupChoice groups = new GroupChoice(document);
        List<RuleMatch> open = stay(
                groups.withoutStopped(
                        matches.stream().filter(RuleMatch::applies).toList()),
                matches);
        List<RuleMatch> multiplying = stay(
                groups.chosen(open.stream().filter(Evaluation::multiplies).toList(), Evaluation::factors), matches);
        EffectReader effects = new EffectReader(reader, new Multipliers(reader, multiplying));
        List<RuleMatch> giving = stay(
                groups.chosen(
                        open.stream().filter(match -> !multiplies(match)).toList(), match -> worth(effects, match)),
                matches);
        giving.forEach(match -> grant(effects, match));
        multiplying.stream()
                .filter(match -> !multiplied.contains(match.rule().code()))
                .forEach(match -> skip(match, List.of(SkipReason.NOTHING_TO_MULTIPLY)));
        return decision(inOrder(matches), deadlines());
    }

    private static boolean multiplies(RuleMatch match) {
        return match.rule().effect() instanceof Effect.Multiplier;
    }

    private static List<Fraction> factors(RuleMatch match) {
        Fraction factor =
                Fraction.of(Multipliers.effectOf(match.rule()).orElseThrow().factor());
        return match.lines().isEmpty()
                ? List.of(factor)
                : match.lines().stream().map(line -> factor).toList();
    }

    private List<Fraction> worth(EffectReader effects, RuleMatch match) {
        Fraction value = Fraction.of(match.rule()
                .wallet()
                .flatMap(document::wallet)
                .flatMap(Wallet::value)
                .map(Wallet.PointValue::minorUnits)
                .orElse(BigDecimal.ONE));
        return effects.inputs(match).map(inputs -> Reckoning.of(inputs).contributions()).orElse(List.of()).stream()
                .map(part -> part.times(value))
                .toList();
    }

    private List<RuleMatch> stay(GroupChoice.Choice choice, List<RuleMatch> all) {
        all.stream()
                .filter(match -> choice.going().containsKey(match.rule().code()))
                .forEach(match ->
                        skip(match, List.of(choice.going().get(match.rule().code()))));
        return choice.staying();
    }

    private void grant(EffectReader effects, RuleMatch match) {
        Optional<Reckoning.Inputs> inputs = effects.inputs(match);
        if (inputs.isEmpty()) {
            skip(match, List.of(effects.whyNothing(match)));
            return;
        }
        Reckoning reckoning = Reckoning.of(inputs.get());
        if (reckoning.rounded() <= 0) {
            skip(
                    match,
                    List.of(
                            reckoning.exact().signum() == 0
                                    ? SkipReason.NOTHING_TO_COUNT
                                    : SkipReason.ROUNDED_TO_ZERO));
            return;
        }
        WalletCode wallet = match.rule().wallet().orElseThrow();
        Limits.Fitted fitted = limits.fit(match.rule(), wallet, reckoning.rounded());
        if (!fitted.refused().isEmpty()) {
            skip(match, fitted.refused());
            return;
        }
        limits.count(match.rule(), wallet, fitted.points());
        inputs.get().terms().stream()
                .flatMap(term -> term.multipliers().stream())
                .filter(part -> part.source() == MultiplierPart.Source.RULE)
                .forEach(part -> multiplied.add(new RuleCode(part.code())));
        grants.add(grantOf(match, wallet, arithmetic(inputs.get(), reckoning, fitted.bites()), fitted.points()));
    }

    private Arithmetic arithmetic(Reckoning.Inputs inputs, Reckoning reckoning, List<CapBite> bites) {
        return new Arithmetic(
                inputs.form(),
                inputs.points(),
                inputs.per(),
                inputs.steps(),
                inputs.multipliers(),
                inputs.rounding(),
                inputs.terms(),
                inputs.isOfMoney() ? occurrence.order().map(Order::currency) : Optional.empty(),
                reckoning.exact(),
                reckoning.rounded(),
                bites);
    }

    private Grant grantOf(RuleMatch match, WalletCode wallet, Arithmetic arithmetic, long points) {
        EarningRule rule = match.rule();
        Activation activation = dates.activation(rule, occurrence.fulfilledAt());
        return new Grant(
                rule.code(),
                wallet,
                points,
                bonus(rule, arithmetic, points),
                ProofReplay.shares(arithmetic, points),
                activation,
                dates.expiry(rule, wallet, activation.at()),
                minimum(rule),
                match.conditions(),
                arithmetic);
    }

    /** What there would be without multipliers is base, the rest is bonus; for display only (domain 15). */
    private static long bonus(EarningRule rule, Arithmetic arithmetic, long points) {
        if (rule.pointsClass() == EarningRule.PointsClass.BONUS) {
            return points;
        }
        long base = Reckoning.of(Reckoning.Inputs.of(arithmetic).withoutMultipliers())
                .rounded();
        return Math.max(0, points - base);
    }

    private Optional<Grant.Minimum> minimum(EarningRule rule) {
        return rule.minimumBasket()
                .flatMap(minimum -> occurrence
                        .order()
                        .flatMap(order -> MoneyFigures.in(order.currency(), minimum.amount(), document.basics()))
                        .map(amount -> new Grant.Minimum(amount.ceil().longValueExact(), minimum.onReturn())));
    }

    private void skip(RuleMatch match, List<SkipReason> reasons) {
        RuleCode code = match.rule().code();
        skipped.put(code, new SkippedRule(Optional.of(code), reasons, match.conditions()));
    }

    private List<SkippedRule> inOrder(List<RuleMatch> matches) {
        return matches.stream()
                .flatMap(match -> Optional.ofNullable(skipped.get(match.rule().code())).stream())
                .toList();
    }

    private Map<WalletCode, Instant> deadlines() {
        Map<WalletCode, Instant> deadlines = new LinkedHashMap<>();
        for (Wallet wallet : document.wallets()) {
            Set<KeepsAlive> kinds = EnumSet.of(occurrence.order().isPresent() ? KeepsAlive.ORDER : KeepsAlive.ACTIVITY);
            if (grants.stream().anyMatch(grant -> grant.wallet().equals(wallet.code()))) {
                kinds.add(KeepsAlive.EARN);
            }
            dates.inactivityDeadline(wallet.code(), kinds).ifPresent(at -> deadlines.put(wallet.code(), at));
        }
        return deadlines;
    }

    private AccrualDecision decision(List<SkippedRule> skips, Map<WalletCode, Instant> deadlines) {
        return new AccrualDecision(
                version.code(),
                version.version(),
                occurrence.occurredAt(),
                occurrence
                        .order()
                        .map(order -> OrderBasis.of(order, document.earning().basis()))
                        .orElse(List.of()),
                grants,
                List.copyOf(multiplied),
                skips,
                limits.capUses(),
                limits.budgetUses(),
                deadlines);
    }
}
