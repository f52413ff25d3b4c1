package io.steadfast.ledger;

import io.steadfast.ledger.core.Cause;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;

/**
 * Where the books ask what besides holds pays for an order: credit may pay only a part of it, however it does. Whoever knows of
 * such payments implements it as an application-scoped bean; asked under the member's lock.
 */
public interface OrderCredit {

    /** What of the member's wallet pays for the order, in its smallest unit. */
    long paying(MemberId member, WalletCode wallet, Cause.Subject order);
}
