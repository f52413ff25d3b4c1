package io.steadfast.accrual;

import io.steadfast.accrual.core.GrantChange;
import io.steadfast.ledger.core.Posting;
import java.util.List;

/**
 * Somebody who can bring points back before a claw-back leaves a debt. Another feature implements it as an application-scoped bean;
 * the books of orders and activities know none by name.
 */
public interface DebtCover {

    /**
     * Brings back what it can, as far as the posting would leave a debt.
     *
     * @param posting that is about to be made; its member is locked
     * @param takes what of it is taken back
     */
    void cover(Posting posting, List<GrantChange> takes);
}
