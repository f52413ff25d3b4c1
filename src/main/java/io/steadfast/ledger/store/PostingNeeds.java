package io.steadfast.ledger.store;

import io.steadfast.ledger.core.AccountFacts;
import io.steadfast.ledger.core.AccountLapse;
import io.steadfast.ledger.core.ConsumptionOrder;
import io.steadfast.ledger.core.DeficitPolicy;
import io.steadfast.ledger.core.LotFacts;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posting;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What has to be read before a posting can be planned. */
final class PostingNeeds {

    private final Set<UUID> lots = new LinkedHashSet<>();
    private final Set<UUID> entries = new LinkedHashSet<>();
    private final Map<WalletCode, Long> usable = new HashMap<>();
    private final Set<WalletCode> whole = new HashSet<>();

    private PostingNeeds() {}

    static PostingNeeds of(
            Posting posting,
            Map<WalletCode, AccountFacts> accounts,
            Map<WalletCode, List<AccountLapse>> lapses,
            Instant now) {
        PostingNeeds needs = new PostingNeeds();
        lapses.forEach((wallet, standing) -> {
            needs.whole.add(wallet);
            standing.forEach(lapse -> needs.lots.addAll(lapse.dates().keySet()));
        });
        posting.keptAlive().keySet().stream()
                .filter(wallet ->
                        accounts.getOrDefault(wallet, AccountFacts.none(wallet)).lapsedBy(now))
                .forEach(needs.whole::add);
        posting.movements().forEach(movement -> needs.add(movement, accounts, now));
        return needs;
    }

    private void add(Movement movement, Map<WalletCode, AccountFacts> accounts, Instant now) {
        WalletCode wallet = movement.wallet();
        AccountFacts account = accounts.getOrDefault(wallet, AccountFacts.none(wallet));
        if (account.lapsedBy(now) || account.comesBefore(movement, now)) {
            whole.add(wallet);
        }
        long debt = account.debt();
        if (movement instanceof Movement.Grant grant) {
            grant.reinstates().ifPresent(lots::add);
        } else if (movement instanceof Movement.Spend spend) {
            use(wallet, spend.points() + debt, spend.order());
        } else if (movement instanceof Movement.Reserve reserve) {
            use(wallet, reserve.points() + debt, reserve.order());
        } else if (movement instanceof Movement.TakeBack back) {
            lots.add(back.lot());
            use(wallet, back.points(), ConsumptionOrder.EARLIEST_EXPIRY);
            if (back.deficit() == DeficitPolicy.PENDING_FIRST) {
                whole.add(wallet);
            }
        } else if (movement instanceof Movement.GiveBack back) {
            entries.add(back.entry());
        } else if (movement instanceof Movement.Settle settle) {
            entries.add(settle.reservation());
        } else if (movement instanceof Movement.Redate redate) {
            lots.add(redate.lot());
        } else if (movement instanceof Movement.Unlimit unlimit) {
            lots.add(unlimit.lot());
        } else if (movement instanceof Movement.Told told) {
            lots.add(told.lot());
        } else if (movement instanceof Movement.Block block) {
            lots.add(block.lot());
        } else if (movement instanceof Movement.Unblock unblock) {
            lots.add(unblock.lot());
        } else if (movement instanceof Movement.TakeOver over) {
            lots.addAll(over.lots());
            whole.add(wallet);
        } else if (movement instanceof Movement.Forfeit || movement instanceof Movement.HandOver) {
            whole.add(wallet);
        }
    }

    private void use(WalletCode wallet, long points, ConsumptionOrder order) {
        usable.merge(wallet, points, Math::addExact);
        if (order == ConsumptionOrder.FIRST_EARNED) {
            // No index gives this order, so the first few can't be told from the rest.
            whole.add(wallet);
        }
    }

    boolean none() {
        return lots.isEmpty() && entries.isEmpty() && usable.isEmpty() && whole.isEmpty();
    }

    Collection<UUID> lots() {
        return lots;
    }

    Collection<UUID> entries() {
        return entries;
    }

    /** Wallets of which the first usable lots are read. */
    List<WalletCode> firstUsable() {
        return usable.keySet().stream()
                .filter(wallet -> !whole.contains(wallet))
                .toList();
    }

    /** Wallets of which every open lot has to be read after all. */
    List<WalletCode> uncovered(Collection<LotFacts> read, Instant now, int step) {
        List<WalletCode> wallets = new ArrayList<>(whole);
        for (WalletCode wallet : firstUsable()) {
            List<LotFacts> found =
                    read.stream().filter(lot -> lot.wallet().equals(wallet)).toList();
            if (found.size() >= step && sum(found, now) < usable.getOrDefault(wallet, 0L)) {
                wallets.add(wallet);
            }
        }
        return wallets;
    }

    private static long sum(List<LotFacts> lots, Instant now) {
        return lots.stream()
                .filter(lot -> !lot.dates().expiredBy(now))
                .mapToLong(lot -> lot.active() + (lot.dates().activeBy(now) ? lot.pending() : 0))
                .sum();
    }
}
