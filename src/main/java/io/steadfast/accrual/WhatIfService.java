package io.steadfast.accrual;

import io.steadfast.accrual.core.AccrualDecision;
import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.Judgement;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.store.ReplayRepository;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Wallet;
import io.steadfast.shared.MemberId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a changed program would have done: the latest real orders, judged by two documents with the facts that were known
 * then. Writes nothing. Each order is judged by itself, so tiers that the changed program would have moved stay where
 * they stood.
 */
@Stateless
public class WhatIfService {

    /** More than this takes longer than somebody at a page waits. */
    public static final int MOST = 1_000;

    @Inject
    ReplayRepository replays;

    /**
     * What comes of it.
     *
     * @param orders that were judged by both
     * @param more of them give more than before
     * @param less give less
     * @param pointsBefore of all of them, in wallets one can spend from
     * @param membersLess members who get less in sum
     * @param cases those that differ, the newest first
     */
    public record WhatIf(
            int orders, int more, int less, long pointsBefore, long pointsAfter, int membersLess, List<Case> cases) {

        public WhatIf {
            cases = List.copyOf(cases);
        }
    }

    /** One order that would give something else. */
    public record Case(
            String source, String reference, Optional<MemberId> member, Instant occurredAt, long before, long after) {}

    /** Judges the latest orders of the program, at most so many of the tenant's and never more than {@link #MOST}. */
    public WhatIf compare(ProgramDocument present, ProgramDocument changed, int most) {
        List<Case> cases = new ArrayList<>();
        Map<MemberId, Long> byMember = new HashMap<>();
        for (ReplayRepository.Standing standing : replays.reader().latest(Math.min(most, MOST))) {
            standing.judgement().ifPresent(judgement -> {
                Optional<Case> judged = judged(judgement, present, changed);
                judged.ifPresent(one -> {
                    cases.add(one);
                    one.member().ifPresent(member -> byMember.merge(member, one.after() - one.before(), Long::sum));
                });
            });
        }
        return new WhatIf(
                cases.size(),
                (int) cases.stream().filter(one -> one.after() > one.before()).count(),
                (int) cases.stream().filter(one -> one.after() < one.before()).count(),
                cases.stream().mapToLong(Case::before).sum(),
                cases.stream().mapToLong(Case::after).sum(),
                (int) byMember.values().stream().filter(sum -> sum < 0).count(),
                cases.stream().filter(one -> one.after() != one.before()).toList());
    }

    private static Optional<Case> judged(Judgement judgement, ProgramDocument present, ProgramDocument changed) {
        Order order = judgement.order();
        return judgement.programs().stream()
                .filter(one -> one.program().equals(present.basics().code()) && one.version() > 0)
                .findFirst()
                .map(one -> new Case(
                        order.source(),
                        order.reference(),
                        order.member(),
                        order.occurredAt(),
                        points(order, one, present),
                        points(order, one, changed)));
    }

    private static long points(Order order, ProgramJudgement known, ProgramDocument document) {
        ProgramVersion version = new ProgramVersion(document.basics().code(), 1, document, Instant.EPOCH);
        AccrualDecision decision = JudgedSubject.of(order).judgedBy(version, known.facts());
        return decision.grants().stream()
                .filter(grant -> document.wallet(grant.wallet())
                        .filter(wallet -> wallet.purpose() == Wallet.Purpose.REWARD)
                        .isPresent())
                .mapToLong(Grant::points)
                .sum();
    }
}
