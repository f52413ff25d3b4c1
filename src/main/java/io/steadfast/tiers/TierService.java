package io.steadfast.tiers;

import io.steadfast.ledger.LedgerService;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.TierCode;
import io.steadfast.tiers.core.Crossing;
import io.steadfast.tiers.core.KeptStanding;
import io.steadfast.tiers.core.ManualTier;
import io.steadfast.tiers.core.MetricChange;
import io.steadfast.tiers.core.TierCourse;
import io.steadfast.tiers.core.TierHistory;
import io.steadfast.tiers.core.TierPart;
import io.steadfast.tiers.store.ManualTierRepository;
import io.steadfast.tiers.store.StandingRepository;
import io.steadfast.tiers.store.TierKey;
import io.steadfast.tiers.store.TierRepository;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Who stands where. Whoever counts something holds the member's lock already: the walk reads where the last one stopped.
 */
@Stateless
public class TierService {

    @Inject
    TierRepository repository;

    @Inject
    StandingRepository standings;

    @Inject
    TierRulesReader rules;

    @Inject
    ManualTierRepository manual;

    @Inject
    TierWalk walk;

    @Inject
    TierPosting posting;

    @Inject
    TierReading reading;

    @Inject
    @Any
    Instance<LentTiers> lenders;

    @Inject
    LedgerService ledger;

    @Inject
    TenantClock clock;

    /**
     * The member's tier at an instant on every ladder on which something counted; on any other it is the base tier.
     * Right without waiting for the job: what fell due by then, and what a version that had begun by then made of it, is worked
     * out here. A tier that is lent is a floor.
     */
    public Map<TierSetRef, TierCode> tiersAt(MemberId member, Instant at) {
        rules.lookAhead();
        Map<TierSetRef, TierCode> tiers = new LinkedHashMap<>(repository.asOf(member, at));
        standings
                .of(member)
                .forEach((ref, kept) ->
                        reading.moved(new TierKey(member, ref), kept, at).ifPresent(tier -> tiers.put(ref, tier)));
        lent(member, at).forEach(lent -> raise(tiers, lent, at));
        return tiers;
    }

    private List<LentTier> lent(MemberId member, Instant at) {
        List<LentTier> lent = new ArrayList<>();
        lenders.forEach(lender -> lent.addAll(lender.lentAt(member, at)));
        return lent;
    }

    private void raise(Map<TierSetRef, TierCode> tiers, LentTier lent, Instant at) {
        rules.set(lent.ref(), at).ifPresent(set -> {
            int earned =
                    Optional.ofNullable(tiers.get(lent.ref())).map(set::rankOf).orElse(0);
            if (set.rankOf(lent.tier()) > earned) {
                tiers.put(lent.ref(), lent.tier());
            }
        });
    }

    /**
     * Has what {@link #tiersAt} and {@link #count} read of a member read in one round trip with whatever else is asked. Only
     * for a member whose lock is held from that round trip on.
     */
    public void lookAhead(MemberId member, Instant at) {
        repository.lookAhead(member, at);
        standings.lookAhead(member);
        manual.lookAhead(member);
    }

    /**
     * Lets an order, a return or an activity count; answers the tier of each set before and after it. What a member did who was merged
     * counts for the survivor.
     */
    public List<TierMove> count(CountedActivity reported) {
        Instant now = clock.now();
        CountedActivity counted = reported.of(ledger.survivorOf(reported.member()));
        Optional<ProgramVersion> version = rules.inForce(counted.program(), now);
        if (version.isEmpty() || counted.changes().isEmpty()) {
            return List.of();
        }
        Map<TierSetRef, KeptStanding> kept = standings.of(counted.member());
        List<TierMove> moves = new ArrayList<>();
        for (Map.Entry<TierSetCode, List<MetricChange>> each : counted.changes().entrySet()) {
            TierSetRef ref = new TierSetRef(counted.program(), each.getKey());
            Optional<TierCourse> course = rules.course(ref, version.get(), now);
            if (course.isPresent() && !each.getValue().isEmpty()) {
                TierWalk.Start start = new TierWalk.Start(course.get(), counted.enrolledAt(), now);
                TierKey key = new TierKey(counted.member(), ref);
                // What fell due before is posted first, as the job would have: the move is what counted made of it.
                Optional<KeptStanding> before =
                        Optional.ofNullable(kept.get(ref)).map(standing -> posting.upToDate(key, standing, start));
                repository.add(key, each.getValue(), now);
                KeptStanding after = walk.on(key, before, start, each.getValue());
                TierPosting.Counted by = new TierPosting.Counted(counted.occasion(), now);
                moves.add(posting.counted(key, held(before, start), after, by));
            }
        }
        return moves;
    }

    private static TierCode held(Optional<KeptStanding> before, TierWalk.Start start) {
        return before.map(KeptStanding::tier)
                .orElseGet(
                        () -> start.course().setAt(start.now()).tiers().get(0).code());
    }

    /**
     * The tiers of a member at an instant if these changes counted too, on each set they are about: what an order is judged by
     * whose crossing rate is that of the tier it reaches. Writes nothing.
     */
    public Map<TierSetRef, TierCode> tiersCounting(CountedActivity counted, Instant at) {
        Map<TierSetRef, TierCode> tiers = new LinkedHashMap<>();
        ifCounted(counted, at, (ref, rank) -> {
            TierSet set = rank.set();
            tiers.put(ref, set.tiers().get(rank.of().applyAsInt(rank.changes())).code());
        });
        return tiers;
    }

    /**
     * The parts into which a member's thresholds cut what an order counts, on each set it is about, where the order crosses one.
     * Writes nothing.
     *
     * @param counted for each set one change, of the order as it was bought
     */
    public Map<TierSetRef, List<TierPart>> partsCounting(CountedActivity counted, Instant at) {
        Map<TierSetRef, List<TierPart>> parts = new LinkedHashMap<>();
        ifCounted(counted, at, (ref, rank) -> {
            MetricChange whole = rank.changes().get(0);
            List<TierPart> cut = Crossing.parts(
                    whole.delta(),
                    part -> rank.of().applyAsInt(List.of(whole.of(part))),
                    each -> rank.set().tiers().get(each).code());
            parts.put(ref, cut);
        });
        return parts;
    }

    /** To which rank changes would lead on a ladder. */
    private record WouldRank(TierSet set, List<MetricChange> changes, ToIntFunction<List<MetricChange>> of) {}

    private void ifCounted(CountedActivity counted, Instant at, BiConsumer<TierSetRef, WouldRank> each) {
        Instant now = clock.now();
        Map<TierSetRef, KeptStanding> kept = standings.of(counted.member());
        counted.changes().forEach((code, changes) -> {
            TierSetRef ref = new TierSetRef(counted.program(), code);
            rules.course(ref, now).ifPresent(course -> {
                TierWalk.Start start = new TierWalk.Start(course, counted.enrolledAt(), now);
                TierKey key = new TierKey(counted.member(), ref);
                TierWalk.Look look = new TierWalk.Look(changes, at);
                each.accept(
                        ref,
                        new WouldRank(
                                course.setAt(now),
                                changes,
                                walk.counting(key, Optional.ofNullable(kept.get(ref)), start, look)));
            });
        });
    }

    /** Where a member stands now on every ladder of a program that is in force, with the history. */
    public List<TierView> standing(MemberId member, ProgramVersion version, Instant enrolledAt) {
        Instant now = clock.now();
        rules.lookAhead();
        Supplier<List<ManualTierRepository.Row>> set = manual.ask(member);
        Map<TierSetRef, KeptStanding> kept = standings.of(member);
        List<LentTier> lent = lent(member, now);
        List<TierView> views = new ArrayList<>();
        for (TierSet ladder : version.document().tierSets()) {
            TierSetRef ref = new TierSetRef(version.code(), ladder.code());
            TierCourse course = rules.course(ref, version, now).orElseThrow();
            TierReading.Seen seen = reading.now(
                    new TierKey(member, ref),
                    Optional.ofNullable(kept.get(ref)),
                    new TierWalk.Start(course, enrolledAt, now));
            List<LentTier> floors =
                    lent.stream().filter(each -> each.ref().equals(ref)).toList();
            Optional<LentTier> floor = floors.stream()
                    .filter(each -> ladder.rankOf(each.tier()) > seen.standing().rank())
                    .max(Comparator.comparingInt(each -> ladder.rankOf(each.tier())));
            TierHistory raised = TierHistory.of(seen.history().facts(), manualOn(ref, ladder, set.get()), now);
            views.add(new TierView(ref, ladder, seen.standing(), floor, floors, raised.changesOfTier()));
        }
        return views;
    }

    private static List<ManualTier> manualOn(TierSetRef ref, TierSet ladder, List<ManualTierRepository.Row> rows) {
        return rows.stream()
                .filter(row -> row.ref().equals(ref) && row.from().isBefore(row.until()))
                .map(row -> new ManualTier(ladder.rankOf(row.tier()), row.from(), row.until(), row.reason()))
                .toList();
    }
}
