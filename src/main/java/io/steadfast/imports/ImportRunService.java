package io.steadfast.imports;

import io.steadfast.accrual.ReportedOrder;
import io.steadfast.imports.core.Cells;
import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.RowRefused;
import io.steadfast.imports.core.RowTrouble;
import io.steadfast.imports.core.StagedRow;
import io.steadfast.imports.store.ImportErrors;
import io.steadfast.imports.store.ImportRepository;
import io.steadfast.imports.store.StagedRows;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.refusals.Refusal;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Takes rows whose turn it is. What a transaction did and how far it came are kept together, so that nothing is lost or done twice. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportRunService {

    /** From so many orders on the database is to plan their statements once. */
    private static final int MANY = 10;

    @Inject
    private TenantStore store;

    @Inject
    private StagedRows staged;

    @Inject
    private ImportErrors errors;

    @Inject
    private ImportRepository imports;

    @Inject
    private NamedInRow members;

    @Inject
    private OrderRows orders;

    @Inject
    private MemberRows newMembers;

    @Inject
    @Any
    private Instance<RowTaker> takers;

    @Resource
    private SessionContext transaction;

    /** The rows of a share whose turn it is. */
    public List<StagedRow> next(UUID id, int share, int most) {
        return staged.next(id, share, most);
    }

    /** Takes orders and goes behind them; a refused one refuses only itself. How many were refused. */
    public int takeOrders(Occasion occasion, int share, List<StagedRow> rows) {
        return goBehind(occasion, share, rows, takenOrders(occasion, rows));
    }

    /** What would become of orders; writes nothing. */
    public List<RowTrouble> tryOrders(Occasion occasion, List<StagedRow> rows) {
        List<RowTrouble> troubles = takenOrders(occasion, rows);
        transaction.setRollbackOnly();
        return troubles;
    }

    private List<RowTrouble> takenOrders(Occasion occasion, List<StagedRow> rows) {
        if (rows.size() >= MANY) {
            store.repeatStatements();
        }
        orders.makeMembers(occasion, rows);
        List<RowTrouble> troubles = new ArrayList<>();
        List<StagedRow> readable = new ArrayList<>();
        List<ReportedOrder> reported = new ArrayList<>();
        for (StagedRow row : rows) {
            try {
                members.refuseOwn(occasion, row);
                reported.add(orders.order(occasion, row));
                readable.add(row);
            } catch (RowRefused | Refusal refused) {
                troubles.add(Troubles.of(row.line(), refused));
            }
        }
        troubles.addAll(OrderRows.troubles(readable, orders.record(reported)));
        return troubles;
    }

    /** Rows of people nobody knows yet, each of another one. */
    public List<StagedRow> newcomers(Occasion occasion, List<StagedRow> rows) {
        return newMembers.ofNewcomers(occasion, rows);
    }

    /** Makes members of newcomers, all of them in a few statements, and goes behind none; what was refused isn't made. */
    public List<RowTrouble> makeMembers(Occasion occasion, List<StagedRow> newcomers) {
        List<RowTrouble> troubles = newMembers.make(occasion, newcomers);
        if (occasion.plan().rehearses()) {
            transaction.setRollbackOnly();
        }
        return troubles;
    }

    /** Takes one row; throws where it can't be taken, and then nothing of it stays. */
    public void take(Occasion occasion, StagedRow row) {
        ImportKind kind = occasion.plan().kind();
        takers.stream()
                .filter(taker -> taker.kind() == kind)
                .findFirst()
                .orElseThrow()
                .take(occasion, row, new Cells(row.fields(), occasion.zone()));
        if (occasion.plan().rehearses()) {
            transaction.setRollbackOnly();
        }
    }

    /** Goes behind rows that were taken or refused, each in a transaction of its own. How many were refused. */
    public int pass(Occasion occasion, int share, List<StagedRow> rows, List<RowTrouble> troubles) {
        return goBehind(occasion, share, rows, troubles);
    }

    /** Only while the import is still this runner's: else whoever has it now would count the same rows once more. */
    private int goBehind(Occasion occasion, int share, List<StagedRow> rows, List<RowTrouble> troubles) {
        if (!imports.keep(occasion.id(), occasion.runner())) {
            throw new HoldLost();
        }
        errors.add(occasion.id(), troubles);
        staged.pass(occasion.id(), share, rows, troubles.size());
        return troubles.size();
    }
}
