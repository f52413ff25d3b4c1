package io.steadfast.ledger;

import io.steadfast.ledger.core.TamperedRow;
import io.steadfast.ledger.core.Violation;
import io.steadfast.ledger.store.LedgerStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/**
 * What must always be true of the tenant in hand's books. The nightly job, the tests after every container test class and
 * the load and crash tests all ask here.
 */
@ApplicationScoped
public class Invariants {

    @Inject
    private LedgerStore store;

    /** Those that don't hold, each with its first offending row; empty when all is well. */
    @Transactional
    public List<Violation> violations() {
        return store.violations();
    }

    /** The first row that was changed, added or removed beside the product; empty when there is none. */
    @Transactional
    public Optional<TamperedRow> firstTampered() {
        return store.firstTampered();
    }
}
