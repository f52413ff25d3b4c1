package io.steadfast.rewards;

import io.steadfast.members.MemberService;
import io.steadfast.members.core.Enrolment;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.LocalText;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Reward;
import io.steadfast.programs.core.RewardKind;
import io.steadfast.programs.core.TierEntitlement;
import io.steadfast.programs.core.TierLevel;
import io.steadfast.rewards.core.HeldEntitlement;
import io.steadfast.rewards.core.HeldEntitlement.Because;
import io.steadfast.rewards.core.Redemption;
import io.steadfast.rewards.store.RedemptionRepository;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.tiers.TierService;
import io.steadfast.tiers.TierView;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rights a member has now: by program, tier, plan and what they bought, each with its reason and end (domain 58). */
@Stateless
public class EntitlementService {

    @Inject
    private MemberService members;

    @Inject
    private ProgramService programs;

    @Inject
    private TierService tiers;

    @Inject
    private RedemptionRepository redemptions;

    @Inject
    @Any
    private Instance<EntitlementSource> sources;

    @Inject
    private TenantClock clock;

    /**
     * What the member has a right to now, by program and code.
     *
     * @param sku only what holds for this product; rights that aren't about products hold for all
     * @throws Refusal MEMBER_UNKNOWN
     */
    public List<HeldEntitlement> held(MemberId member, Optional<String> sku) {
        Instant now = clock.now();
        MemberProfile profile = members.profile(member).orElseThrow(() -> new Refusal(MemberRefusal.MEMBER_UNKNOWN));
        List<ProgramCode> enrolled = profile.enrolments().stream()
                .filter(enrolment -> enrolment.covers(now))
                .map(Enrolment::program)
                .toList();
        List<HeldEntitlement> held = new ArrayList<>();
        for (ProgramVersion version : programs.inForce(enrolled, now)) {
            held.addAll(ofProgram(profile, version, now));
        }
        redemptions.rights(member, now).forEach(bought -> ofReward(bought).ifPresent(held::add));
        sources.forEach(source -> held.addAll(source.held(member, now)));
        return held.stream()
                .filter(right -> sku.isEmpty() || right.holdsFor(sku.get()))
                .sorted(Comparator.comparing((HeldEntitlement right) ->
                                right.program().value())
                        .thenComparing(HeldEntitlement::code))
                .toList();
    }

    private List<HeldEntitlement> ofProgram(MemberProfile profile, ProgramVersion version, Instant now) {
        List<TierEntitlement> rights = version.document().entitlements();
        if (rights.isEmpty()) {
            return List.of();
        }
        List<TierView> views = tiers.standing(
                profile.id(), version, profile.enrolledAt(version.code(), now).orElse(now));
        List<HeldEntitlement> held = new ArrayList<>();
        for (TierEntitlement right : rights) {
            if (right.tier().isEmpty()) {
                held.add(held(
                        version.code(),
                        right,
                        new Because(Because.Kind.PROGRAM, version.code().value()),
                        Optional.empty()));
            } else {
                byTier(version.code(), right, right.tier().get(), views).ifPresent(held::add);
            }
        }
        return held;
    }

    private static Optional<HeldEntitlement> byTier(
            ProgramCode program, TierEntitlement right, TierLevel level, List<TierView> views) {
        return views.stream()
                .filter(view -> view.set().code().equals(level.set()))
                .filter(view -> view.set().rankOf(level.from()) >= 0
                        && view.standing().rank() >= view.set().rankOf(level.from()))
                .findFirst()
                .map(view -> {
                    TierCode tier = view.set().tiers().get(view.standing().rank()).code();
                    // Nobody falls below the base tier.
                    Optional<Instant> until = view.set().rankOf(level.from()) == 0
                            ? Optional.empty()
                            : view.standing().validUntil();
                    return held(program, right, new Because(Because.Kind.TIER, tier.value()), until);
                });
    }

    private static HeldEntitlement held(
            ProgramCode program, TierEntitlement right, Because because, Optional<Instant> until) {
        return new HeldEntitlement(
                program, right.code(), right.name(), right.detail(), because, until, right.products());
    }

    private Optional<HeldEntitlement> ofReward(Redemption bought) {
        return programs.version(bought.program(), bought.version())
                .flatMap(version -> version.document().reward(bought.reward()))
                .filter(reward -> reward.gives() instanceof RewardKind.EarlyAccess)
                .map(reward -> new HeldEntitlement(
                        bought.program(),
                        reward.code().value(),
                        reward.name(),
                        detail(reward),
                        new Because(Because.Kind.REWARD, bought.id().toString()),
                        bought.validUntil(),
                        ((RewardKind.EarlyAccess) reward.gives()).products()));
    }

    private static LocalText detail(Reward reward) {
        return reward.description();
    }
}
