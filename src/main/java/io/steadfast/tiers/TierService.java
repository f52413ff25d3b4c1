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
import io.steadfast.tiers.core.MetricChange;
import io.steadfast.tiers.core.TierFact;
import io.steadfast.tiers.core.TierHistory;
import io.steadfast.tiers.core.TierMachine;
import io.steadfast.tiers.core.TierPart;
import io.steadfast.tiers.core.TierStanding;
import io.steadfast.tiers.store.KeptStanding;
import io.steadfast.tiers.store.ManualTierRepository;
import io.steadfast.tiers.store.StandingRepository;
import io.steadfast.tiers.store.TierKey;
import io.steadfast.tiers.store.TierRepository;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Who stands where. Whoever counts something holds the member's lock already: the walk reads where the last one stopped.
 */
@Stateless
public class TierService {

    /** So few that nobody waits a second for a member's lock. */
    private static final int REVIEWS_A_TRANSACTION = 200;

    @Inject
    TierRepository repository;

    @Inject
    StandingRepository standings;

    @Inject
    TierRulesReader rules;

    @Inject
    ManualTierRepository manual;

    @Inject
    TierEvents events;

    @Inject
    TierWalk walk;

    @Inject
    LedgerService ledger;

    @Inject
    @Any
    Instance<LentTiers> lenders;

    @Inject
    TenantClock clock;

    /**
     * The member's tier at an instant on every ladder on which something counted; on any other it is the base tier.
     * Right without waiting for the job: what fell due by then is worked out here. A tier that is lent is a floor.
     */
    public Map<TierSetRef, TierCode> tiersAt(MemberId member, Instant at) {
        Map<TierSetRef, TierCode> tiers = new LinkedHashMap<>(repository.asOf(member, at));
        standings.of(member).forEach((ref, kept) -> {
            if (kept.dueAt().filter(due -> !due.isAfter(at)).isPresent()) {
                advanced(ref, kept, at).ifPresent(tier -> tiers.put(ref, tier));
            }
        });
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

    /** Lets an order, a return or an activity count; answers the tier of each set before and after it. */
    public List<TierMove> count(CountedActivity counted) {
        Instant now = clock.now();
        Optional<ProgramVersion> version = rules.inForce(counted.program(), now);
        if (version.isEmpty() || counted.changes().isEmpty()) {
            return List.of();
        }
        Map<TierSetRef, KeptStanding> kept = standings.of(counted.member());
        List<TierMove> moves = new ArrayList<>();
        for (Map.Entry<TierSetCode, List<MetricChange>> each : counted.changes().entrySet()) {
            TierSetRef ref = new TierSetRef(counted.program(), each.getKey());
            Optional<TierSet> set = version.get().document().tierSet(each.getKey());
            if (set.isPresent() && !each.getValue().isEmpty()) {
                TierKey key = new TierKey(counted.member(), ref);
                repository.add(key, each.getValue(), now);
                TierWalk.Start start = new TierWalk.Start(version.get(), set.get(), counted.enrolledAt(), now);
                Optional<KeptStanding> before = Optional.ofNullable(kept.get(ref));
                KeptStanding after = walk.on(key, before, start, each.getValue());
                TierMove move = new TierMove(each.getKey(), tier(before, set.get()), after.tier());
                events.tell(
                        counted.member(),
                        ref,
                        move,
                        new TierEvents.Told(
                                TierEvents.Cause.METRIC, after.state().held().until()));
                moves.add(move);
            }
        }
        return moves;
    }

    /**
     * The tiers of a member at an instant if these changes counted too, on each set they are about: what an order is judged by
     * whose crossing rate is that of the tier it reaches. Writes nothing.
     */
    public Map<TierSetRef, TierCode> tiersCounting(CountedActivity counted, Instant at) {
        Instant now = clock.now();
        Map<TierSetRef, TierCode> tiers = new LinkedHashMap<>();
        Optional<ProgramVersion> version = rules.inForce(counted.program(), now);
        Map<TierSetRef, KeptStanding> kept = standings.of(counted.member());
        for (Map.Entry<TierSetCode, List<MetricChange>> each : counted.changes().entrySet()) {
            TierSetRef ref = new TierSetRef(counted.program(), each.getKey());
            Optional<TierSet> set = version.flatMap(found -> found.document().tierSet(each.getKey()));
            if (set.isPresent()) {
                TierWalk.Start start = new TierWalk.Start(version.get(), set.get(), counted.enrolledAt(), now);
                TierKey key = new TierKey(counted.member(), ref);
                int rank = walk.rankCounting(
                        key, Optional.ofNullable(kept.get(ref)), start, new TierWalk.Look(each.getValue(), at));
                tiers.put(ref, set.get().tiers().get(rank).code());
            }
        }
        return tiers;
    }

    /**
     * The parts into which a member's thresholds cut what an order counts, on each set it is about, where the order crosses one.
     * Writes nothing.
     *
     * @param counted for each set one change, of the order as it was bought
     */
    public Map<TierSetRef, List<TierPart>> partsCounting(CountedActivity counted, Instant at) {
        Instant now = clock.now();
        Map<TierSetRef, List<TierPart>> parts = new LinkedHashMap<>();
        Optional<ProgramVersion> version = rules.inForce(counted.program(), now);
        Map<TierSetRef, KeptStanding> kept = standings.of(counted.member());
        counted.changes().forEach((code, changes) -> {
            TierSetRef ref = new TierSetRef(counted.program(), code);
            version.flatMap(found -> found.document().tierSet(code)).ifPresent(set -> {
                TierWalk.Start start = new TierWalk.Start(version.get(), set, counted.enrolledAt(), now);
                TierKey key = new TierKey(counted.member(), ref);
                MetricChange whole = changes.get(0);
                ToIntFunction<List<MetricChange>> rank =
                        walk.counting(key, Optional.ofNullable(kept.get(ref)), start, new TierWalk.Look(changes, at));
                List<TierPart> cut = Crossing.parts(
                        whole.delta(),
                        part -> rank.applyAsInt(List.of(whole.of(part))),
                        each -> set.tiers().get(each).code());
                parts.put(ref, cut);
            });
        });
        return parts;
    }

    /** Where a member stands now on every ladder of a program that is in force, with the history. */
    public List<TierView> standing(MemberId member, ProgramVersion version, Instant enrolledAt) {
        Instant now = clock.now();
        Map<TierSetRef, KeptStanding> kept = standings.of(member);
        List<LentTier> lent = lent(member, now);
        List<TierView> views = new ArrayList<>();
        for (TierSet set : version.document().tierSets()) {
            TierSetRef ref = new TierSetRef(version.code(), set.code());
            TierMachine machine = Optional.ofNullable(kept.get(ref))
                    .map(standing -> resumed(version, set, standing))
                    .orElseGet(() -> TierMachine.start(set, TierRulesReader.zone(version), enrolledAt));
            machine.advanceTo(now);
            List<TierFact> facts =
                    new ArrayList<>(repository.facts(new TierKey(member, ref)).get());
            facts.addAll(machine.facts());
            TierStanding standing = machine.standingAt(now);
            Optional<LentTier> floor = lent.stream()
                    .filter(each -> each.ref().equals(ref) && set.rankOf(each.tier()) > standing.rank())
                    .findFirst();
            views.add(new TierView(ref, set, standing, floor, new TierHistory(facts).changesOfTier()));
        }
        return views;
    }

    /** The next instant at which time alone changes somebody's tier. */
    public Optional<Instant> nextReview() {
        return standings.nextDue();
    }

    /**
     * Posts what fell due by time alone, for some of the members concerned, each under their lock. Running it again, late
     * or after a crash changes nothing that was posted.
     *
     * @return whether there may be more
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean reviewSome(Instant upTo) {
        List<MemberId> due = standings.due(upTo, REVIEWS_A_TRANSACTION);
        for (MemberId member : due) {
            ledger.lockMember(member);
            review(member, upTo);
        }
        return due.size() == REVIEWS_A_TRANSACTION;
    }

    private void review(MemberId member, Instant upTo) {
        standings.of(member).forEach((ref, kept) -> {
            if (kept.dueAt().filter(due -> !due.isAfter(upTo)).isEmpty()) {
                return;
            }
            TierKey key = new TierKey(member, ref);
            Optional<ProgramVersion> version = rules.inForce(ref.program(), upTo);
            Optional<TierSet> set = version.flatMap(each -> each.document().tierSet(ref.set()));
            if (set.isPresent()) {
                TierWalk.Start start = new TierWalk.Start(version.orElseThrow(), set.get(), kept.joinedAt(), upTo);
                KeptStanding after = walk.on(key, Optional.of(kept), start, List.of());
                TierMove move = new TierMove(ref.set(), kept.tier(), after.tier());
                events.tell(
                        member,
                        ref,
                        move,
                        new TierEvents.Told(
                                TierEvents.Cause.REVIEW, after.state().held().until()));
            } else {
                standings.keep(key, kept.withoutReview());
            }
        });
    }

    private Optional<TierCode> advanced(TierSetRef ref, KeptStanding kept, Instant at) {
        return rules.inForce(ref.program(), at)
                .flatMap(version -> version.document().tierSet(ref.set()).map(set -> {
                    TierMachine machine = resumed(version, set, kept);
                    machine.advanceTo(at);
                    return set.tiers().get(machine.standingAt(at).rank()).code();
                }));
    }

    private static TierMachine resumed(ProgramVersion version, TierSet set, KeptStanding kept) {
        return TierMachine.resume(set, TierRulesReader.zone(version), kept.joinedAt(), kept.state());
    }

    private static TierCode tier(Optional<KeptStanding> kept, TierSet set) {
        return kept.map(KeptStanding::tier).orElse(set.tiers().get(0).code());
    }
}
