package io.steadfast.accrual;

import io.steadfast.accrual.core.Receipt;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Says what a use of points brought. Another feature implements it as an application-scoped bean; explanations know none by name. */
public interface EntryOutcome {

    /** By entry what stands of what came of it; entries that it knows nothing of are left out. */
    Map<UUID, List<Receipt.Made>> of(Collection<UUID> entries);
}
