package io.steadfast.accrual.store;

import io.steadfast.accrual.core.Activity;
import io.steadfast.accrual.core.Judgement;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.platform.persistence.TenantStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was judged and what stands, of the tenant in hand. */
@Dependent
public class ReplayRepository {

    @Inject
    TenantStore store;

    @Inject
    Documents documents;

    /** A receipt with what it was written from. */
    public record Judged(
            UUID receiptId,
            Optional<Order> order,
            Optional<Activity> activity,
            List<ProgramJudgement> programs,
            Receipt receipt) {}

    /** An order with what stands for it. */
    public record Standing(UUID orderId, String source, String reference, Optional<Judgement> judgement) {}

    /** Reads over the connection of the transaction under way. */
    public ReplayReader reader() {
        return new ReplayReader(store.connection(), documents);
    }
}
