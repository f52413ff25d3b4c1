package io.steadfast.accrual;

import io.steadfast.accrual.core.Activity;
import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.Judgement;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.accrual.core.SkipReason;
import io.steadfast.accrual.core.StandingActivity;
import io.steadfast.accrual.core.StandingGrant;
import io.steadfast.accrual.core.TierMetric;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.tiers.CountedActivity;
import io.steadfast.tiers.TierService;
import io.steadfast.tiers.core.MetricChange;
import io.steadfast.tiers.core.TierHistory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Lets orders and activities count towards tiers: the difference between what counted before and what counts now. */
@Dependent
class TierDesk {

    @Inject
    ProgramService programs;

    @Inject
    TierService tiers;

    /** A member on the ladders of a program. */
    private record Climber(MemberId member, ProgramCode program, Instant enrolledAt) {}

    /** A judgement with the state its order had, and whether it counts or no longer does. */
    private record Side(Judgement judgement, Order order, int sign) {}

    /**
     * @param order its id; whoever follows tiers puts what it brings to it, unless the order was moved in
     * @return how the tiers of the order's present member moved, by program
     */
    Map<ProgramCode, List<Receipt.TierChange>> count(OrderCase one, UUID order, Optional<Judgement> now) {
        Optional<UUID> occasion = MovedIn.is(now) ? Optional.empty() : Optional.of(order);
        Map<Climber, Map<TierSetCode, List<MetricChange>>> counted = new HashMap<>();
        one.before().ifPresent(before -> collect(new Side(before, stateBefore(one, before), -1), counted));
        now.ifPresent(judgement -> collect(new Side(judgement, judgement.order().asIn(one.present()), 1), counted));
        Map<ProgramCode, List<Receipt.TierChange>> moves = new TreeMap<>();
        counted.forEach((climber, changes) -> {
            List<Receipt.TierChange> made = count(new CountedActivity(
                    climber.member(), climber.program(), climber.enrolledAt(), netted(changes), occasion));
            if (one.present().member().equals(Optional.of(climber.member()))) {
                moves.put(climber.program(), made);
            }
        });
        return moves;
    }

    /** Lets an activity count towards the sets that count its type. */
    Map<ProgramCode, List<Receipt.TierChange>> count(UUID id, Activity activity, List<ProgramJudgement> judgements) {
        return count(new Happened(id, activity, activity.occurredAt(), 1), judgements);
    }

    /** Lets an activity that counted count no longer, from an instant on. */
    Map<ProgramCode, List<Receipt.TierChange>> uncount(
            StandingActivity one, Instant from, List<ProgramJudgement> judgements) {
        return count(new Happened(one.id(), one.activity(), from, -1), judgements);
    }

    /** An activity that counts (1) or no longer does (-1) from an instant on. */
    private record Happened(UUID id, Activity activity, Instant at, int sign) {

        List<MetricChange> asChanges(TierSet set) {
            return measures(set, activity.type())
                    .map(measure -> new MetricChange(
                            at,
                            activity.occurredAt(),
                            activity.source(),
                            activity.reference(),
                            sign < 0 ? 1 : 0,
                            sign,
                            measure))
                    .toList();
        }
    }

    private Map<ProgramCode, List<Receipt.TierChange>> count(Happened happened, List<ProgramJudgement> judgements) {
        Activity activity = happened.activity();
        Map<ProgramCode, List<Receipt.TierChange>> moves = new TreeMap<>();
        for (ProgramJudgement judgement : judgements) {
            if (!looked(judgement)) {
                continue;
            }
            Map<TierSetCode, List<MetricChange>> changes = new HashMap<>();
            counting(activity, judgement).forEach(set -> changes.put(set.code(), happened.asChanges(set)));
            moves.put(
                    judgement.program(),
                    count(new CountedActivity(
                            activity.member(),
                            judgement.program(),
                            enrolledAt(judgement, activity.occurredAt()),
                            changes,
                            Optional.of(happened.id()))));
        }
        return moves;
    }

    /** Whether a tier of a program that looked counts such activities. */
    boolean counts(Activity activity, ProgramJudgement judgement) {
        return looked(judgement) && counting(activity, judgement).findAny().isPresent();
    }

    private Stream<TierSet> counting(Activity activity, ProgramJudgement judgement) {
        return sets(judgement)
                .filter(set -> measures(set, activity.type()).findAny().isPresent());
    }

    /** By what names a set counts activities of a type. */
    private static Stream<String> measures(TierSet set, String type) {
        Optional<String> counted = Optional.of(type);
        return Stream.concat(
                set.metric().counter().equals(counted) ? Stream.of(TierSet.METRIC) : Stream.empty(),
                set.measures().entrySet().stream()
                        .filter(each -> each.getValue().counter().equals(counted))
                        .map(Map.Entry::getKey));
    }

    private List<Receipt.TierChange> count(CountedActivity counted) {
        return tiers.count(counted).stream()
                .map(move -> new Receipt.TierChange(move.set().value(), move.before(), move.after()))
                .toList();
    }

    private static Order stateBefore(OrderCase one, Judgement before) {
        return before.order().asIn(one.known().orElseThrow().known().order());
    }

    private void collect(Side side, Map<Climber, Map<TierSetCode, List<MetricChange>>> counted) {
        Optional<MemberId> member = side.judgement().order().member();
        for (ProgramJudgement judgement : side.judgement().programs()) {
            if (member.isEmpty() || !looked(judgement)) {
                continue;
            }
            Climber climber = new Climber(
                    member.get(),
                    judgement.program(),
                    enrolledAt(judgement, side.order().occurredAt()));
            Map<TierSetCode, List<MetricChange>> own = counted.computeIfAbsent(climber, key -> new HashMap<>());
            ProgramVersion version =
                    programs.version(judgement.program(), judgement.version()).orElseThrow();
            for (TierSet set : version.document().tierSets()) {
                List<MetricChange> changes = TierMetric.of(side.order(), version, set, grants(side, judgement));
                List<MetricChange> sum = own.computeIfAbsent(set.code(), key -> new ArrayList<>());
                changes.forEach(change -> sum.add(change.times(side.sign())));
            }
        }
    }

    private static List<Grant> grants(Side side, ProgramJudgement judgement) {
        return side.judgement().grants().stream()
                .filter(grant -> grant.key().program().equals(judgement.program()))
                .map(StandingGrant::grant)
                .toList();
    }

    private Stream<TierSet> sets(ProgramJudgement judgement) {
        return programs.version(judgement.program(), judgement.version()).stream()
                .flatMap(version -> version.document().tierSets().stream());
    }

    /** A program that didn't look, because the member wasn't in it or it wasn't in force, counts nothing either. */
    private static boolean looked(ProgramJudgement judgement) {
        return judgement.version() > 0
                && judgement.skipped().stream()
                        .noneMatch(each -> each.rule().isEmpty() && !MovedIn.isMark(each)
                                || each.reasons().contains(SkipReason.CONSENT_MISSING));
    }

    private static Instant enrolledAt(ProgramJudgement judgement, Instant otherwise) {
        return judgement.facts().enrolledAt().orElse(otherwise);
    }

    private static Map<TierSetCode, List<MetricChange>> netted(Map<TierSetCode, List<MetricChange>> changes) {
        Map<TierSetCode, List<MetricChange>> netted = new TreeMap<>();
        changes.forEach((set, all) -> {
            List<MetricChange> left = TierHistory.net(all);
            if (!left.isEmpty()) {
                netted.put(set, left);
            }
        });
        return netted;
    }
}
