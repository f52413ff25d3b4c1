package io.steadfast.accrual;

import io.steadfast.accrual.store.ReplayRepository;
import io.steadfast.programs.ProgramService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Invariant I9: what was judged is judged again by the same versions and facts, and must come to the same points; what
 * stands for each order must stand in the books. Takes no lock; a page at a time.
 */
@Stateless
public class ReplayService {

    @Inject
    ReplayRepository replays;

    @Inject
    ProgramService programs;

    /**
     * A page of what was looked at.
     *
     * @param last where the next page begins; empty when nothing is left
     * @param differences what doesn't come out again, in plain words for staff
     */
    public record Page(Optional<UUID> last, List<String> differences) {}

    /** Judges so many receipts again, after this one. */
    public Page receipts(UUID after, int most) {
        return check().receipts(after, most);
    }

    /** Compares so many orders with the books, after this one. */
    public Page orders(UUID after, int most) {
        return check().orders(after, most);
    }

    private ReplayCheck check() {
        return new ReplayCheck(replays.reader(), programs::version);
    }
}
