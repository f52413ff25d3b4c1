package io.steadfast.rewards;

import io.steadfast.accrual.ActivityFollower;
import io.steadfast.accrual.Followed;
import io.steadfast.accrual.OrderFollower;
import io.steadfast.accrual.SettledActivity;
import io.steadfast.accrual.SettledOrder;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.PointsFollower;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.WalletOwners;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.rewards.core.Redemption;
import io.steadfast.rewards.core.SelfRedeeming;
import io.steadfast.rewards.store.RedemptionRepository;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Lets rewards redeem themselves as the last effect of whatever makes points usable (domain 39), and says in the receipt of an order
 * or activity what of it stands.
 */
@ApplicationScoped
public class SelfRedemptionFollower implements OrderFollower, ActivityFollower, PointsFollower {

    /** More programs than a tenant has. */
    private static final int MOST_PROGRAMS = 200;

    @Inject
    private SelfRedemptions redemptions;

    @Inject
    private RedemptionRepository repository;

    @Inject
    private HandedOut handedOut;

    @Inject
    private LedgerService ledger;

    @Inject
    private ProgramService programs;

    @Inject
    private WalletOwners owners;

    @Inject
    private TenantClock clock;

    @Override
    public Place place() {
        return Place.SELF_REDEMPTION;
    }

    @Override
    public Followed follow(SettledOrder settled) {
        Optional<MemberId> member = settled.present().member();
        return member.isEmpty() || settled.judgement().isEmpty()
                ? Followed.NOTHING
                : follow(member.get(), settled.judgement().get().programs(), settled.orderId(), settled.now());
    }

    @Override
    public Followed follow(SettledActivity settled) {
        return follow(settled.activity().member(), settled.judgements(), settled.activityId(), settled.now());
    }

    private Followed follow(MemberId member, List<ProgramJudgement> judgements, UUID occasion, Instant now) {
        List<ProgramJudgement> looked =
                judgements.stream().filter(each -> each.version() > 0).toList();
        List<ProgramVersion> inForce =
                programs.inForce(looked.stream().map(ProgramJudgement::program).toList(), now);
        boolean has = any(inForce)
                || looked.stream()
                        .flatMap(each -> programs.version(each.program(), each.version()).stream())
                        .anyMatch(version -> SelfRedeeming.any(version.document()));
        if (!has) {
            return Followed.NOTHING;
        }
        redemptions.redeem(ledger.survivorOf(member), inForce, Optional.of(occasion));
        Followed followed = Followed.NOTHING;
        for (Redemption made : repository.ofOccasion(member, occasion)) {
            followed = followed.and(Followed.of(made.program(), Receipt.Beside.vouchers(handedOut.of(made))));
        }
        return followed;
    }

    @Override
    public boolean waits() {
        return any(programs.inForce(programs.codes("", MOST_PROGRAMS), clock.now()));
    }

    @Override
    public Set<WalletCode> waits(Set<WalletCode> wallets) {
        List<ProgramVersion> versions = of(wallets);
        return wallets.stream()
                .filter(wallet ->
                        versions.stream().anyMatch(version -> SelfRedeeming.waitsFor(version.document(), wallet)))
                .collect(Collectors.toSet());
    }

    @Override
    public void usable(MemberId member, Set<WalletCode> wallets) {
        redemptions.redeem(member, of(wallets), Optional.empty());
    }

    private List<ProgramVersion> of(Set<WalletCode> wallets) {
        Set<ProgramCode> codes = Set.copyOf(owners.of(wallets).values());
        return programs.inForce(codes, clock.now());
    }

    private static boolean any(Collection<ProgramVersion> versions) {
        return versions.stream().anyMatch(version -> SelfRedeeming.any(version.document()));
    }
}
