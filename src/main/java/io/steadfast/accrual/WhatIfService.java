package io.steadfast.accrual;

import io.steadfast.accrual.core.AccrualDecision;
import io.steadfast.accrual.core.BetterOf;
import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.Judgement;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.WhatIf;
import io.steadfast.accrual.store.ReplayRepository;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Transition;
import io.steadfast.programs.core.Wallet;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a changed program would have done: the latest real orders, judged by two documents with the facts that were known
 * then. Writes nothing. Each order is judged by itself, so tiers that the changed program would have moved stay where
 * they stood. Where the changed program promises its members what is better of both, they get that.
 */
@Stateless
public class WhatIfService {

    /** More than this takes longer than somebody at a page waits. */
    public static final int MOST = 1_000;

    @Inject
    ReplayRepository replays;

    /** What an order gives to charity by a document, which this feature doesn't know. */
    public interface Given {

        /** In minor units of the order's currency. */
        long amount(ProgramDocument document, ProgramJudgement judgement, Order order);
    }

    /** Judges the latest orders of the program, at most so many of the tenant's and never more than {@link #MOST}. */
    public WhatIf compare(ProgramDocument present, ProgramDocument changed, int most, Given given) {
        Both both = new Both(version(present, 1), version(changed, 2), given);
        List<WhatIf.Case> cases = replays.reader().latest(Math.min(most, MOST)).stream()
                .flatMap(standing -> standing.judgement().stream())
                .flatMap(judgement -> both.judged(judgement).stream())
                .toList();
        List<WhatIf.Kind> wallets = Stream.of(changed, present)
                .flatMap(document -> document.wallets().stream())
                .map(wallet -> WhatIf.Kind.of(wallet.code()))
                .distinct()
                .toList();
        return WhatIf.of(
                WhatIf.kinds(wallets, cases),
                cases,
                (kind, amount) -> both.worth(kind).multiply(BigDecimal.valueOf(amount)));
    }

    private static ProgramVersion version(ProgramDocument document, int number) {
        return new ProgramVersion(document.basics().code(), number, document, Instant.EPOCH);
    }

    /** The two that judge. */
    private record Both(ProgramVersion present, ProgramVersion changed, Given given) {

        Optional<WhatIf.Case> judged(Judgement judgement) {
            Order order = judgement.order();
            return judgement.programs().stream()
                    .filter(one -> one.program().equals(present.code()) && one.version() > 0)
                    .findFirst()
                    .map(known -> new WhatIf.Case(
                            order.source(),
                            order.reference(),
                            order.member(),
                            order.occurredAt(),
                            amounts(order, known)));
        }

        private Map<WhatIf.Kind, WhatIf.Amount> amounts(Order order, ProgramJudgement known) {
            AccrualDecision before = JudgedSubject.of(order).judgedBy(present, known.facts());
            AccrualDecision after = JudgedSubject.of(order).judgedBy(changed, known.facts());
            ProgramVersion stands = changed;
            if (changed.document().transition().earn() == Transition.Earn.BETTER_OF) {
                stands = BetterOf.choose(
                        List.of(new BetterOf.Candidate(changed, after), new BetterOf.Candidate(present, before)));
            }
            Map<WhatIf.Kind, Long> was = kinds(order, known, present, before);
            Map<WhatIf.Kind, Long> is = kinds(order, known, stands, stands.equals(changed) ? after : before);
            Map<WhatIf.Kind, WhatIf.Amount> amounts = new HashMap<>();
            Stream.of(was, is)
                    .flatMap(each -> each.keySet().stream())
                    .forEach(kind -> amounts.put(
                            kind, new WhatIf.Amount(was.getOrDefault(kind, 0L), is.getOrDefault(kind, 0L))));
            return amounts;
        }

        private Map<WhatIf.Kind, Long> kinds(
                Order order, ProgramJudgement known, ProgramVersion version, AccrualDecision decision) {
            Map<WhatIf.Kind, Long> sums = new HashMap<>();
            for (Grant grant : decision.grants()) {
                sums.merge(WhatIf.Kind.of(grant.wallet()), grant.points(), Math::addExact);
            }
            long donated = given.amount(version.document(), ProgramJudgement.of(decision, known.facts()), order);
            if (donated != 0) {
                sums.put(WhatIf.Kind.giving(order.currency()), donated);
            }
            return sums;
        }

        /** Minor units that one of the kind is reckoned at; nothing for points that can't be spent. */
        BigDecimal worth(WhatIf.Kind kind) {
            return kind.wallet()
                    .map(code -> Stream.of(changed, present)
                            .flatMap(version -> version.document().wallet(code).stream())
                            .findFirst()
                            .map(Both::worth)
                            .orElse(BigDecimal.ZERO))
                    .orElse(BigDecimal.ONE);
        }

        private static BigDecimal worth(Wallet wallet) {
            return wallet.unit() == Wallet.Unit.CURRENCY
                    ? BigDecimal.ONE
                    : wallet.value().map(Wallet.PointValue::minorUnits).orElse(BigDecimal.ZERO);
        }
    }
}
