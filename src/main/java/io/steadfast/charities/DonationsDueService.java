package io.steadfast.charities;

import io.steadfast.charities.store.DonationRepository;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** What falls due for donations, in chunks, each in a transaction of its own so that a chunk done stays done. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DonationsDueService {

    private static final int CHUNK = 1_000;

    @Inject
    private DueDonations due;

    @Inject
    private DonationRepository donations;

    /** When time alone changes a donation next. */
    public Optional<Instant> nextDue() {
        return donations.nextDue();
    }

    /** Books one chunk of what is due by then; false when nothing was. */
    public boolean bookSome(Instant upTo) {
        return due.takeFromClosed(upTo, CHUNK) || due.book(upTo, CHUNK);
    }
}
