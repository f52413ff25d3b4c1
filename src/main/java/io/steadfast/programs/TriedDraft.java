package io.steadfast.programs;

import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.ProgramCode;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A draft that judges in place of whatever is in force, for one transaction that is undone at its end. */
@ApplicationScoped
class TriedDraft {

    private static final String TRIED = TriedDraft.class.getName();

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    void put(ProgramVersion draft) {
        transactions.putResource(TRIED, draft);
    }

    private Optional<ProgramVersion> tried() {
        boolean inTransaction = transactions.getTransactionKey() != null;
        return inTransaction && transactions.getResource(TRIED) instanceof ProgramVersion draft
                ? Optional.of(draft)
                : Optional.empty();
    }

    /** The draft, where it goes by this number. */
    Optional<ProgramVersion> of(ProgramCode program, int version) {
        return tried().filter(draft -> draft.code().equals(program) && draft.version() == version);
    }

    /** The versions in force with the draft in the place of its program's. */
    List<ProgramVersion> over(List<ProgramVersion> inForce, Collection<ProgramCode> asked) {
        Optional<ProgramVersion> draft = tried().filter(each -> asked.contains(each.code()));
        if (draft.isEmpty()) {
            return inForce;
        }
        List<ProgramVersion> with = new ArrayList<>(inForce);
        with.removeIf(each -> each.code().equals(draft.get().code()));
        with.add(draft.get());
        return with;
    }
}
