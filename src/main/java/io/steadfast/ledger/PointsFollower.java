package io.steadfast.ledger;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import java.util.Set;

/**
 * Somebody who does something as soon as a member's points can be used, where no order or activity brought them: those ask their own
 * followers. Another feature implements it as an application-scoped bean; the books know none by name.
 */
public interface PointsFollower {

    /** Whether it waits for any points of the tenant's now: whoever books for many members takes fewer at once then. */
    boolean waits();

    /** Of these wallets those whose points it waits for now. */
    Set<WalletCode> waits(Set<WalletCode> wallets);

    /** Points of these wallets can be used, as the last thing that happens to the member in the transaction under way; they are locked. */
    void usable(MemberId member, Set<WalletCode> wallets);
}
