package io.steadfast.ledger;

import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.ConsumptionOrder;
import io.steadfast.ledger.core.DeficitPolicy;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.LedgerRefusal;
import io.steadfast.ledger.core.LotStatement;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.core.StatementPage;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.ledger.store.BlockableLots;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Ends what a member holds because the membership ends for good. */
@Stateless
public class ForfeitureService {

    private static final String REASON = "MEMBER_ERASED";
    private static final int PAGE = 200;
    private static final int MOST_LOTS = 10_000;

    @Inject
    private LedgerService ledger;

    @Inject
    private StatementService statements;

    @Inject
    private BlockableLots lots;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private TenantClock clock;

    /**
     * Takes back what is pending and forfeits what is active, blocked or not, in every wallet; the member is locked. Refuses POINTS_HELD (409).
     */
    public void forfeit(MemberId member) {
        LedgerService.Standing standing = ledger.lockMember(member);
        if (standing.balances().stream().anyMatch(balance -> balance.held() > 0)) {
            throw new Refusal(LedgerRefusal.POINTS_HELD);
        }
        Actor actor = currentActor.actor();
        Cause cause = Cause.of(new Cause.Authority(actor.kind().name(), actor.id(), REASON));
        Instant now = clock.now();
        List<Movement> freed = new ArrayList<>();
        for (WalletBalance balance : standing.balances()) {
            lots.blocked(member, balance.wallet(), now, MOST_LOTS)
                    .forEach(lot -> freed.add(new Movement.Unblock(balance.wallet(), lot, cause)));
        }
        List<WalletBalance> balances = freed.isEmpty()
                ? standing.balances()
                : ledger.post(new Posting(member, now, freed, Map.of())).balances();
        List<Movement> movements = new ArrayList<>(pending(member, cause));
        for (WalletBalance balance : balances) {
            if (balance.spendable() > 0) {
                movements.add(new Movement.Spend(
                        EntryKind.FORFEIT,
                        balance.wallet(),
                        balance.spendable(),
                        ConsumptionOrder.EARLIEST_EXPIRY,
                        cause));
            }
        }
        if (!movements.isEmpty()) {
            ledger.post(new Posting(member, now, movements, Map.of()));
        }
    }

    /** What waits for its activation goes back lot by lot; what became active by the clock meanwhile is forfeited below. */
    private List<Movement> pending(MemberId member, Cause cause) {
        Instant now = clock.now();
        List<Movement> movements = new ArrayList<>();
        Optional<UUID> after = Optional.empty();
        List<LotStatement> page = statements.lots(new StatementPage<>(member, Optional.empty(), after, PAGE));
        while (!page.isEmpty()) {
            for (LotStatement lot : page) {
                if (lot.states().pending() > 0 && !lot.dates().activeBy(now)) {
                    movements.add(new Movement.TakeBack(
                            lot.wallet(), lot.id(), lot.states().pending(), DeficitPolicy.CLAMP, cause));
                }
            }
            after = Optional.of(page.get(page.size() - 1).id());
            page = page.size() < PAGE
                    ? List.of()
                    : statements.lots(new StatementPage<>(member, Optional.empty(), after, PAGE));
        }
        return movements;
    }
}
