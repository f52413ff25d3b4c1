package io.steadfast.ledger;

import io.steadfast.ledger.core.NoticePromise;
import io.steadfast.ledger.core.Posted;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.core.Withheld;
import io.steadfast.ledger.store.AccountPromises;
import io.steadfast.ledger.store.LedgerStore;
import io.steadfast.ledger.store.PromiseStore;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    @Inject
    private AccountPromises accounts;

    /** As {@link LedgerStore#post}. */
    Posted post(Posting posting) {
        Map<WalletCode, NoticePromise> promised = of(Withheld.asked(posting));
        Map<UUID, PromiseStore.Made> made = promises.made(Withheld.redated(posting));
        if (promised.isEmpty() && made.isEmpty()) {
            return store.post(posting);
        }
        Withheld withheld = Withheld.from(
                posting,
                promised.keySet(),
                lot -> Optional.ofNullable(made.get(lot))
                        .map(PromiseStore.Made::promise)
                        .orElse(Withheld.Promise.NONE));
        Posted posted = store.post(withheld.posting());
        // A lot may get its date twice at once.
        Map<UUID, PromiseStore.LotPlan> plans = new LinkedHashMap<>();
        withheld.lots(posted).forEach(plan -> plans.put(plan.lot(), plan(plan, promised, made)));
        if (!plans.isEmpty()) {
            promises.plan(posting.member(), plans.values());
        }
        withheld.deadlines().forEach((wallet, planned) -> plan(posting, wallet, promised, planned));
        return posted;
    }

    /** By the days that were promised of the lot, whatever its wallet promises today. */
    private static PromiseStore.LotPlan plan(
            Withheld.Plan plan, Map<WalletCode, NoticePromise> promised, Map<UUID, PromiseStore.Made> made) {
        Optional<NoticePromise> today = Optional.ofNullable(promised.get(plan.wallet()));
        int days = Optional.ofNullable(made.get(plan.lot()))
                .map(PromiseStore.Made::days)
                .or(() -> today.map(NoticePromise::days))
                .orElseThrow();
        ZoneId zone = today.map(NoticePromise::zone).orElse(ZoneOffset.UTC);
        return new PromiseStore.LotPlan(
                plan, days, plan.plannedAt().map(date -> NoticePromise.askAt(date, days, zone)));
    }

    /**
     * Moves the deadline of an account, or the plan of it where the member is still to be told; empty where the account doesn't
     * lapse any more.
     */
    void moveDeadline(MemberId member, WalletCode wallet, Optional<Instant> deadline, Instant now) {
        if (deadline.isPresent() && accounts.waits(member, wallet)) {
            accounts.move(member, wallet, deadline.get());
            return;
        }
        if (deadline.isEmpty()) {
            accounts.drop(member, wallet);
        }
        store.moveDeadline(member, wallet, deadline, now);
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
                date -> accounts.plan(member, wallet, promise, date), () -> accounts.drop(member, wallet));
    }

    /** An activity that plans a later one takes back a deadline that was told and hadn't passed when it happened. */
    private void plan(Posting posting, WalletCode wallet, Map<WalletCode, NoticePromise> promised, Instant planned) {
        NoticePromise promise = Optional.ofNullable(promised.get(wallet)).orElseThrow();
        if (accounts.plan(posting.member(), wallet, promise, planned)) {
            store.moveDeadline(posting.member(), wallet, Optional.empty(), posting.effectiveAt());
        }
    }
}
