package io.steadfast.memberships.store;

import java.io.Serial;

/** The database didn't answer as it should; the transaction is undone. */
public final class MembershipStoreException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    MembershipStoreException(Exception cause) {
        super("Memberships can't be reached: " + cause.getMessage(), cause);
    }
}
