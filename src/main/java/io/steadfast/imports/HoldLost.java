package io.steadfast.imports;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** Somebody else goes on with an import, or it is over: whoever was at it stops, and what they were about to keep isn't kept. */
@ApplicationException(rollback = true)
final class HoldLost extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    HoldLost() {
        super("Somebody else goes on with the import");
    }
}
