package io.steadfast.ledger.store;

import io.steadfast.ledger.core.AccountChange;
import io.steadfast.ledger.core.EntryDraft;
import io.steadfast.ledger.core.Plan;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a plan does to one account. */
record WalletChange(
        MemberId member,
        WalletCode wallet,
        AccountChange change,
        long entries,
        boolean lapsed,
        Optional<Instant> deadline) {

    static WalletChange of(MemberId member, WalletCode wallet, Plan plan) {
        List<EntryDraft> entries = plan.entries().stream()
                .filter(entry -> entry.wallet().equals(wallet))
                .toList();
        AccountChange change = entries.stream().map(EntryDraft::change).reduce(AccountChange.NONE, AccountChange::plus);
        return new WalletChange(
                member,
                wallet,
                change,
                entries.size(),
                plan.lapsed().contains(wallet),
                Optional.ofNullable(plan.deadlines().get(wallet)));
    }
}
