package io.steadfast.rewards;

import io.steadfast.accrual.DebtCover;
import io.steadfast.accrual.core.GrantChange;
import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.core.Posting;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.rewards.core.Redemption;
import io.steadfast.rewards.core.SelfRedeeming;
import io.steadfast.rewards.store.RedemptionRepository;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.vouchers.VoucherService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A return that would leave a debt first takes back what redeemed itself and wasn't used, the latest first: nobody asked for it, so
 * nobody is owed it more than the points. Its points come back to the lots they came from.
 */
@ApplicationScoped
public class SelfRedemptionCover implements DebtCover {

    /** Of very many vouchers the latest: what lies further back has been used or has expired. */
    private static final int MOST_LOOKED_AT = 200;

    private static final String RETURNED = "RETURN";

    @Inject
    private LedgerService ledger;

    @Inject
    private RedemptionRepository redemptions;

    @Inject
    private RedemptionDesk desk;

    @Inject
    private RedemptionBooks books;

    @Inject
    private VoucherService vouchers;

    @Inject
    private ProgramService programs;

    @Inject
    private TenantClock clock;

    @Override
    public void cover(Posting posting, List<GrantChange> takes) {
        if (!mayHave(takes)) {
            return;
        }
        Map<WalletCode, Long> missing = ledger.shortfall(posting);
        if (missing.isEmpty()) {
            return;
        }
        List<Redemption> latest =
                redemptions.automatic(ledger.survivorOf(posting.member()), missing.keySet(), MOST_LOOKED_AT);
        Set<UUID> untouched = latest.isEmpty()
                ? Set.of()
                : vouchers.untouched(latest.stream().map(Redemption::id).toList());
        Iterator<Redemption> next = latest.iterator();
        while (next.hasNext() && !missing.isEmpty()) {
            Redemption made = next.next();
            if (missing.containsKey(made.wallet()) && isUntouched(made, untouched)) {
                ledger.lockMember(made.member());
                desk.takeBack(made, RETURNED);
                missing = ledger.shortfall(posting);
            }
        }
    }

    private boolean mayHave(List<GrantChange> takes) {
        Set<ProgramCode> codes =
                takes.stream().map(take -> take.key().program()).collect(Collectors.toSet());
        return programs.inForce(codes, clock.now()).stream().anyMatch(version -> SelfRedeeming.any(version.document()))
                || takes.stream()
                        .flatMap(take -> programs.version(take.key().program(), take.version()).stream())
                        .anyMatch(version -> SelfRedeeming.any(version.document()));
    }

    private boolean isUntouched(Redemption made, Set<UUID> untouched) {
        return made.credit().isPresent()
                ? programs.version(made.program(), made.version())
                        .filter(version -> books.hasCredit(made, version.document()))
                        .isPresent()
                : untouched.contains(made.id());
    }
}
