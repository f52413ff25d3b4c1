package io.steadfast.accrual;

import io.steadfast.accrual.core.AccrualEvaluator;
import io.steadfast.accrual.core.AccrualRefusal;
import io.steadfast.accrual.core.CapKey;
import io.steadfast.accrual.core.Judgement;
import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.Usage;
import io.steadfast.accrual.store.ReplayRepository;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.core.Cap;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What somebody needs who tries a program on real life: past orders, and real members as they were at an instant. */
@Stateless
public class TrialService {

    /** As many as somebody looks through. */
    private static final int MOST = 50;

    @Inject
    ReplayRepository replays;

    @Inject
    LookAhead lookAhead;

    @Inject
    MemberDesk members;

    /**
     * An order there has been.
     *
     * @param facts what the program knew of the member when it judged the order; empty where it didn't look
     */
    public record PastOrder(Order order, Optional<MemberFacts> facts) {}

    /** The order of that name, as it stands. */
    public Optional<PastOrder> past(ProgramCode program, String source, String reference) {
        return replays.reader()
                .named(source, reference)
                .flatMap(ReplayRepository.Standing::judgement)
                .map(judgement -> past(program, judgement));
    }

    /** The orders that became known last, the newest first; never more than 50. */
    public List<PastOrder> latest(ProgramCode program, int most) {
        return replays.reader().latest(Math.min(most, MOST)).stream()
                .flatMap(standing -> standing.judgement().stream())
                .map(judgement -> past(program, judgement))
                .toList();
    }

    private static PastOrder past(ProgramCode program, Judgement judgement) {
        return new PastOrder(
                judgement.order(),
                judgement.programs().stream()
                        .filter(one -> one.program().equals(program))
                        .findFirst()
                        .map(ProgramJudgement::facts));
    }

    /**
     * What a version would know of a member who made this order when it happened: tiers, plan, caps used, orders before. Writes
     * and locks nothing. Refuses {@code MEMBER_UNKNOWN} (422).
     */
    public MemberFacts facts(MemberId member, ProgramVersion version, Order order) {
        Instant at = order.occurredAt();
        Ahead ahead = lookAhead.of(member, order);
        MemberProfile profile = ahead.profile().get().orElseThrow(() -> new Refusal(AccrualRefusal.MEMBER_UNKNOWN));
        Set<CapKey> keys = new HashSet<>(AccrualEvaluator.capsToCount(version, at));
        keys.removeIf(key -> key.scope() != Cap.Scope.MEMBER);
        Usage usage = keys.isEmpty() ? Usage.NONE : new Usage(ahead.caps().get().of(keys), Map.of());
        return members.facts(profile, at, ahead)
                .enrolled(MemberDesk.enrolledAt(profile, version.code(), at))
                .withUsage(usage)
                .withOrdersBefore(ahead.ordersBefore().get());
    }
}
