package io.steadfast.ledger;

import io.steadfast.ledger.core.NoticePromise;
import io.steadfast.ledger.core.Posted;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.core.Withheld;
import io.steadfast.ledger.store.LedgerStore;
import io.steadfast.ledger.store.PromiseStore;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Posts without the dates that wait for a notice, and keeps them until it comes. */
@ApplicationScoped
class PromiseKeeper {

    @Inject
    private Instance<NoticePromises> directories;

    @Inject
    private LedgerStore store;

    @Inject
    private PromiseStore promises;

    /** As {@link LedgerStore#post}. */
    Posted post(Posting posting) {
        Map<WalletCode, NoticePromise> promised = of(Withheld.asked(posting));
        if (promised.isEmpty()) {
            return store.post(posting);
        }
        Set<UUID> untold = promises.untold(posting.member(), promised.keySet());
        Withheld withheld = Withheld.from(posting, promised.keySet(), untold::contains);
        Posted posted = store.post(withheld.posting());
        withheld.lots(posted)
                .forEach(plan -> promises.plan(
                        posting.member(),
                        plan,
                        Optional.ofNullable(promised.get(plan.wallet())).orElseThrow()));
        withheld.deadlines().forEach((wallet, planned) -> plan(posting, wallet, promised, planned));
        return posted;
    }

    Map<WalletCode, NoticePromise> of(Set<WalletCode> wallets) {
        Map<WalletCode, NoticePromise> promised = new HashMap<>();
        if (!wallets.isEmpty()) {
            directories.forEach(directory -> promised.putAll(directory.promised(wallets)));
        }
        return promised;
    }

    /** Another plan for a deadline that nobody was told of; empty: none. */
    void replan(MemberId member, WalletCode wallet, NoticePromise promise, Optional<Instant> planned) {
        planned.ifPresentOrElse(
                date -> promises.plan(member, wallet, promise, date), () -> promises.drop(member, wallet));
    }

    /** An activity takes back a deadline that was told and hadn't passed when it happened: the new one wants a new notice. */
    private void plan(Posting posting, WalletCode wallet, Map<WalletCode, NoticePromise> promised, Instant planned) {
        promises.plan(
                posting.member(),
                wallet,
                Optional.ofNullable(promised.get(wallet)).orElseThrow(),
                planned);
        store.moveDeadline(posting.member(), wallet, Optional.empty(), posting.effectiveAt());
    }
}
