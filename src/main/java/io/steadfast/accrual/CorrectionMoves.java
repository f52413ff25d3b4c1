package io.steadfast.accrual;

import io.steadfast.accrual.core.CorrectionDue;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.ConsumptionOrder;
import io.steadfast.ledger.core.DeficitPolicy;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.OrderCorrection;
import io.steadfast.ledger.core.ReturnPolicy;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.shared.WalletCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is done to a member's books so that the corrections of an order stand as they should. Points are used before any come back, so
 * that an order is never refused for what is missing.
 */
final class CorrectionMoves {

    private static final String BACK = "ORDER_RETURN";
    private static final String AGAIN = "RETURN_WITHDRAWN";

    private final SettledOrder settled;
    private final Map<WalletCode, Long> spendable = new HashMap<>();
    private final List<Move> uses = new ArrayList<>();
    private final List<Move> others = new ArrayList<>();
    private final List<Receipt.Problem> problems = new ArrayList<>();

    /** @param balances of the member whose corrections these are */
    CorrectionMoves(SettledOrder settled, List<WalletBalance> balances) {
        this.settled = settled;
        balances.forEach(balance -> spendable.put(balance.wallet(), balance.spendable()));
    }

    /**
     * One change of the books.
     *
     * @param points signed, as the member sees them
     */
    record Move(Movement movement, long points) {

        String reason() {
            return movement.cause().authority().map(Cause.Authority::reason).orElse("");
        }
    }

    /** How a wallet takes and gives back. */
    record Terms(DeficitPolicy deficit, ConsumptionOrder order, ReturnPolicy returned) {}

    /** Brings points that were given for the order in line. */
    void given(List<OrderCorrection> alike, CorrectionDue due, Terms terms) {
        for (CorrectionDue.Back back : due.back()) {
            OrderCorrection one = back.correction();
            others.add(new Move(
                    new Movement.TakeBack(one.wallet(), one.entry(), back.points(), terms.deficit(), cause(BACK)),
                    -back.points()));
        }
        if (due.again() > 0) {
            OrderCorrection last = lastByStaff(alike);
            others.add(new Move(
                    new Movement.Grant(
                            EntryKind.CORRECTION,
                            last.wallet(),
                            due.again(),
                            last.dates().orElseThrow(),
                            Movement.Grant.TENANT,
                            Optional.empty(),
                            cause(AGAIN)),
                    due.again()));
        }
    }

    /** Brings points that were taken for the order in line. */
    void taken(List<OrderCorrection> alike, CorrectionDue due, Terms terms) {
        for (CorrectionDue.Back back : due.back()) {
            OrderCorrection one = back.correction();
            others.add(new Move(
                    new Movement.GiveBack(one.wallet(), one.entry(), back.points(), terms.returned(), cause(BACK)),
                    back.points()));
        }
        if (due.again() > 0) {
            use(lastByStaff(alike).wallet(), due.again(), terms.order());
        }
    }

    private void use(WalletCode wallet, long wanted, ConsumptionOrder order) {
        long can = Math.min(wanted, Math.max(0, spendable.getOrDefault(wallet, 0L)));
        if (can > 0) {
            uses.add(new Move(new Movement.Spend(EntryKind.CORRECTION, wallet, can, order, cause(AGAIN)), -can));
        }
        if (can < wanted) {
            problems.add(new Receipt.Problem("POINTS_NOT_SPENT_AGAIN", wallet.value()));
        }
    }

    /** In the order in which they are posted. */
    List<Move> all() {
        return Stream.concat(uses.stream(), others.stream()).toList();
    }

    List<Receipt.Problem> problems() {
        return problems;
    }

    private static OrderCorrection lastByStaff(List<OrderCorrection> alike) {
        return alike.stream()
                .filter(each -> each.made() == OrderCorrection.Made.BY_STAFF)
                .reduce((one, next) -> next)
                .orElseThrow();
    }

    private Cause cause(String reason) {
        return Cause.job(reason)
                .about(settled.present().source(), settled.present().reference())
                .in(settled.receiptId());
    }
}
