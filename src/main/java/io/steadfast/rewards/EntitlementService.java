package io.steadfast.rewards;

import io.steadfast.choices.ProductService;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.Enrolment;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.memberships.MembershipService;
import io.steadfast.memberships.PlanOn;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramVersion;
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
    private MembershipService memberships;

    @Inject
    private ProductService products;

    @Inject
    private TenantClock clock;

    /**
     * What the member has a right to now, by program and code.
     *
     * @param sku only what holds for this product, by its number or its category in the product list; rights that aren't
     *     about products hold for all
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
        memberships.on(member, now).forEach(plan -> held.addAll(ofPlan(plan)));
        Optional<String> category =
                sku.flatMap(products::find).flatMap(product -> product.profile().category());
        return held.stream()
                .filter(right -> sku.isEmpty() || right.holdsFor(sku.get(), category))
                .sorted(Comparator.comparing(
                                (HeldEntitlement right) -> right.program().value())
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
        for (TierView view : views) {
            int needed = view.set().rankOf(level.from());
            TierCode current = view.current().code();
            if (view.set().code().equals(level.set())
                    && needed >= 0
                    && view.set().rankOf(current) >= needed) {
                return Optional.of(
                        held(program, right, new Because(Because.Kind.TIER, current.value()), until(view, needed)));
            }
        }
        return Optional.empty();
    }

    /** Nobody falls below the base tier. */
    private static Optional<Instant> until(TierView view, int needed) {
        return needed == 0 ? Optional.empty() : view.until(needed);
    }

    private static List<HeldEntitlement> ofPlan(PlanOn on) {
        return on.plan().entitlements().stream()
                .map(right -> new HeldEntitlement(
                        on.program(),
                        right.code(),
                        right.name(),
                        right.detail(),
                        new Because(Because.Kind.PLAN, on.plan().code().value()),
                        on.until(),
                        List.of()))
                .toList();
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
                        reward.description(),
                        new Because(Because.Kind.REWARD, bought.id().toString()),
                        bought.validUntil(),
                        ((RewardKind.EarlyAccess) reward.gives()).products()));
    }
}
