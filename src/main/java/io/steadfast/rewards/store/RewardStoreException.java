package io.steadfast.rewards.store;

import java.io.Serial;
import java.sql.SQLException;

/** The database couldn't do what was asked; never the caller's fault. */
final class RewardStoreException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    RewardStoreException(SQLException cause) {
        super(cause);
    }
}
