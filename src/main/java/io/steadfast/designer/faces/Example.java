package io.steadfast.designer.faces;

import io.steadfast.accrual.core.AccrualDecision;
import io.steadfast.accrual.core.AccrualEvaluator;
import io.steadfast.accrual.core.Activity;
import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.SkippedRule;
import io.steadfast.accrual.core.Tender;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Trigger;
import io.steadfast.programs.core.Wallet;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.RuleCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a new member would get for one basket and one of each activity, by the real evaluator.
 *
 * @param points of the basket, in the wallets one can spend from
 * @param worth minor units of the program's currency; empty where the wallet states no value
 */
public record Example(long points, Optional<Long> worth, String currency, List<Line> lines) {
    private static final MemberId SOMEBODY = new MemberId(new UUID(0, 0));

    public Example {
        lines = List.copyOf(lines);
    }

    /**
     * One rule's part.
     *
     * @param why the reason where it gives nothing; empty otherwise
     */
    public record Line(String rule, long points, String why) {}

    static Example of(ProgramDocument document, String basket, Words words, Instant now) {
        Currency currency = document.basics().currency();
        ProgramVersion version = new ProgramVersion(document.basics().code(), 1, document, now);
        MemberFacts member = MemberFacts.enrolled(SOMEBODY, now);
        List<Line> lines = new ArrayList<>();
        AccrualDecision order =
                AccrualEvaluator.evaluate(version, member, order(amount(basket, currency), currency, now));
        lines.addAll(lines(order, document, words));
        for (String type : activities(document)) {
            lines.addAll(lines(AccrualEvaluator.evaluate(version, member, activity(type, now)), document, words));
        }
        Set<String> spendable = document.wallets().stream()
                .filter(wallet -> wallet.purpose() == Wallet.Purpose.REWARD)
                .map(wallet -> wallet.code().value())
                .collect(Collectors.toSet());
        List<Grant> counted = order.grants().stream()
                .filter(grant -> spendable.contains(grant.wallet().value()))
                .toList();
        long points = counted.stream().mapToLong(Grant::points).sum();
        return new Example(points, worth(counted, document), currency.getCurrencyCode(), lines);
    }

    /** Nothing where the box holds no amount yet: the page says what is wrong with it elsewhere. */
    private static long amount(String basket, Currency currency) {
        try {
            return Numbers.minorUnits(basket, currency);
        } catch (NotANumber notYet) {
            return 0;
        }
    }

    private static List<Line> lines(AccrualDecision decision, ProgramDocument document, Words words) {
        List<Line> lines = new ArrayList<>();
        for (Grant grant : decision.grants()) {
            lines.add(new Line(name(document, Optional.of(grant.rule()), words), grant.points(), ""));
        }
        for (SkippedRule skipped : decision.skipped()) {
            String why = skipped.reasons().stream()
                    .map(reason -> words.of("skip." + reason.name()))
                    .collect(Collectors.joining(", "));
            lines.add(new Line(name(document, skipped.rule(), words), 0, why));
        }
        return lines;
    }

    private static String name(ProgramDocument document, Optional<RuleCode> rule, Words words) {
        return rule.flatMap(document::rule)
                .map(found -> found.name().in(words.locale()))
                .orElseGet(() -> document.basics().name().in(words.locale()));
    }

    private static Optional<Long> worth(List<Grant> grants, ProgramDocument document) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Grant grant : grants) {
            Optional<BigDecimal> value =
                    document.wallet(grant.wallet()).flatMap(Wallet::value).map(Wallet.PointValue::minorUnits);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(value.get().multiply(BigDecimal.valueOf(grant.points())));
        }
        return Optional.of(sum.longValue());
    }

    private static Set<String> activities(ProgramDocument document) {
        Set<String> types = new TreeSet<>();
        document.earning().rules().forEach(rule -> {
            if (rule.trigger() instanceof Trigger.OnActivity activity) {
                types.add(activity.type());
            }
        });
        return types;
    }

    private static Order order(long amount, Currency currency, Instant now) {
        OrderLine line = new OrderLine(
                "1",
                "example",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                BigDecimal.ONE,
                amount,
                0,
                0,
                Set.of(),
                Map.of());
        return new Order(
                "example",
                "1",
                Optional.empty(),
                Optional.of(SOMEBODY),
                now,
                Optional.empty(),
                Optional.empty(),
                currency,
                OrderStatus.PAID,
                Optional.empty(),
                Order.TaxTreatment.INCLUDED,
                List.of(line),
                0,
                List.of(Tender.of(Tender.Kind.CARD, amount)),
                Optional.empty(),
                List.of());
    }

    private static Activity activity(String type, Instant now) {
        return new Activity(type, "example", "1", SOMEBODY, now, Map.of());
    }
}
