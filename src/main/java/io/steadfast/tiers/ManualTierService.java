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
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Tiers that staff set (domain 36): with a reason and an end, a floor until then, and no bar to a rise. */
@Stateless
public class ManualTierService {

    @Inject
    private ManualTierRepository repository;

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
        TierCode before = now(wish, set, now);
        Actor actor = currentActor.actor();
        repository.add(
                wish.member(),
                wish.ref(),
                wish.tier(),
                new ManualTier(set.rankOf(wish.tier()), now, wish.until(), wish.reason()),
                new ManualTierRepository.SetBy(actor.kind().name(), actor.id()));
        TierMove move = new TierMove(wish.ref().set(), before, now(wish, set, now));
        events.tell(
                wish.member(),
                wish.ref(),
                move,
                new TierEvents.Told(TierEvents.Cause.MANUAL, Optional.of(wish.until())));
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

    private TierCode now(Wish wish, TierSet set, Instant now) {
        return Optional.ofNullable(tiers.tiersAt(wish.member(), now).get(wish.ref()))
                .orElse(set.tiers().get(0).code());
    }
}
