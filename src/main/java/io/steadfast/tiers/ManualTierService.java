package io.steadfast.tiers;

import io.steadfast.ledger.LedgerService;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.TierCode;
import io.steadfast.tiers.core.ManualTier;
import io.steadfast.tiers.core.TierRefusal;
import io.steadfast.tiers.store.ManualTierRepository;
import io.steadfast.tiers.store.ManualTierRepository.Ending;
import io.steadfast.tiers.store.ManualTierRepository.Row;
import io.steadfast.tiers.store.ManualTierRepository.SetBy;
import io.steadfast.tiers.store.StandingRepository;
import io.steadfast.tiers.store.TierKey;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tiers that staff set (domain 36): with a reason and an end, a floor until then, and no bar to a rise. */
@Stateless
public class ManualTierService {

    /** So few that nobody waits a second for a member's lock. */
    private static final int ENDS_A_TRANSACTION = 200;

    /** The reason of an end that was set from the beginning. */
    private static final String DUE = "DUE";

    @Inject
    private ManualTierRepository repository;

    @Inject
    private StandingRepository standings;

    @Inject
    private TierRulesReader rules;

    @Inject
    private TierService tiers;

    @Inject
    private LedgerService ledger;

    @Inject
    private TierEvents events;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private TenantClock clock;

    /**
     * What is to be set.
     *
     * @param until exclusive
     * @param reason in a person's words or as a code
     */
    public record Wish(MemberId member, TierSetRef ref, TierCode tier, Instant until, String reason) {}

    /** Sets a tier from now on. Refuses MEMBER_UNKNOWN, TIER_UNKNOWN and TIER_END_PASSED. */
    public void set(Wish wish) {
        ledger.lockMember(wish.member());
        Instant now = clock.now();
        TierSet set = rules.set(wish.ref(), now)
                .filter(found ->
                        found.tiers().stream().anyMatch(tier -> tier.code().equals(wish.tier())))
                .orElseThrow(() -> new Refusal(TierRefusal.TIER_UNKNOWN, Map.of("tier", wish.tier())));
        if (!wish.until().isAfter(now)) {
            throw new Refusal(TierRefusal.TIER_END_PASSED);
        }
        TierCode before = tierAt(wish.member(), wish.ref(), now);
        repository.add(
                wish.member(),
                wish.ref(),
                wish.tier(),
                new ManualTier(set.rankOf(wish.tier()), now, wish.until(), wish.reason()),
                by());
        tell(wish.member(), wish.ref(), before, tierAt(wish.member(), wish.ref(), now), Optional.of(wish.until()));
        audit.record("tier.set", "member", wish.member().toString(), before, wish);
    }

    /** As {@link #set}, where the same tier to the same end doesn't stand already: taking it over twice changes nothing. */
    public void takeOver(Wish wish) {
        ledger.lockMember(wish.member());
        boolean stands = repository.of(wish.member()).stream()
                .anyMatch(each -> each.ref().equals(wish.ref())
                        && each.tier().equals(wish.tier())
                        && each.until().equals(wish.until()));
        if (!stands) {
            set(wish);
        }
    }

    /**
     * As {@link #set}, for whom holds that tier or a higher one now and isn't promised it that long already.
     *
     * @return whether it was set; a tier that was lost, isn't known any more or would end earlier is left as it is
     */
    public boolean prolong(Wish wish) {
        ledger.lockMember(wish.member());
        Instant now = clock.now();
        Optional<TierSet> set = rules.set(wish.ref(), now);
        int rank = set.map(found -> found.rankOf(wish.tier())).orElse(-1);
        if (rank < 0 || set.get().rankOf(tierAt(wish.member(), wish.ref(), now)) < rank) {
            return false;
        }
        boolean promised = repository.of(wish.member()).stream()
                .filter(row -> row.ref().equals(wish.ref()) && row.holdsAt(now))
                .filter(row -> set.get().rankOf(row.tier()) >= rank)
                .anyMatch(row -> !row.until().isBefore(wish.until()));
        if (!promised) {
            set(wish);
        }
        return !promised;
    }

    /**
     * What is to be ended.
     *
     * @param reason in a person's words or as a code
     */
    public record End(MemberId member, TierSetRef ref, String reason) {}

    /** Ends every tier that staff set on a ladder, from now on. Refuses MEMBER_UNKNOWN and TIER_NOT_SET. */
    public void end(End end) {
        ledger.lockMember(end.member());
        Instant now = clock.now();
        List<Row> standing = repository.of(end.member()).stream()
                .filter(row -> row.ref().equals(end.ref()) && row.holdsAt(now))
                .toList();
        if (standing.isEmpty()) {
            throw new Refusal(TierRefusal.TIER_NOT_SET);
        }
        TierCode before = tierAt(end.member(), end.ref(), now);
        Ending ending = new Ending(now, end.reason(), by(), now);
        standing.forEach(row -> repository.end(row, ending));
        lookAgain(end);
        TierCode after = tierAt(end.member(), end.ref(), now);
        tell(end.member(), end.ref(), before, after, Optional.empty());
        audit.record("tier.ended", "member", end.member().toString(), before, end);
    }

    /** What the tier held up may fall at its own end now: writing it down anew has it looked at ahead of that end. */
    private void lookAgain(End end) {
        Optional.ofNullable(standings.of(end.member()).get(end.ref()))
                .ifPresent(kept -> standings.keep(new TierKey(end.member(), end.ref()), kept));
    }

    /** What staff set for a member and stands now, by the way it was set. */
    public List<LentTier> standing(MemberId member) {
        Instant now = clock.now();
        return repository.of(member).stream()
                .filter(row -> row.holdsAt(now))
                .map(row -> new LentTier(row.ref(), row.tier(), ManualTiers.BY, Optional.of(row.until())))
                .toList();
    }

    /** The next instant at which one ends by itself. */
    public Optional<Instant> nextEnd() {
        return repository.nextEnd();
    }

    /**
     * Tells of the ends that have come, for some of them, each under its member's lock. Running it again, late or after a crash
     * tells nothing twice.
     *
     * @return whether there may be more
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean tellSome(Instant upTo) {
        List<Row> over = repository.over(upTo, ENDS_A_TRANSACTION);
        for (Row row : over) {
            ledger.lockMember(row.member());
            if (repository.end(row, new Ending(row.until(), DUE, by(), upTo))) {
                TierCode after = tierAt(row.member(), row.ref(), row.until());
                TierCode before = tierAt(row.member(), row.ref(), row.until().minus(1, ChronoUnit.MICROS));
                tell(row.member(), row.ref(), before, after, Optional.empty());
            }
        }
        return over.size() == ENDS_A_TRANSACTION;
    }

    private SetBy by() {
        Actor actor = currentActor.actor();
        return new SetBy(actor.kind().name(), actor.id());
    }

    private void tell(MemberId member, TierSetRef ref, TierCode before, TierCode after, Optional<Instant> until) {
        events.tell(
                member,
                ref,
                new TierMove(ref.set(), before, after),
                new TierEvents.Told(TierEvents.Cause.MANUAL, until));
    }

    /** Where nothing ever counted it is the base tier. */
    private TierCode tierAt(MemberId member, TierSetRef ref, Instant at) {
        return Optional.ofNullable(tiers.tiersAt(member, at).get(ref))
                .or(() -> rules.set(ref, at).map(set -> set.tiers().get(0).code()))
                .orElseThrow(() -> new Refusal(TierRefusal.TIER_UNKNOWN, Map.of("tier", ref)));
    }
}
