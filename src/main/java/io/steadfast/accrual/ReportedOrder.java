package io.steadfast.accrual;

import io.steadfast.accrual.core.Order;
import java.util.Optional;

/**
 * An order as a shop reports it, before anybody knows whose it is.
 *
 * @param order without its member
 * @param member as the shop names them; empty where nobody claimed it yet
 * @param effects what the first state of it is to bring about; a later state follows the first
 */
public record ReportedOrder(Order order, Optional<NamedMember> member, Effects effects) {

    /** With everything the programs say. */
    public ReportedOrder(Order order, Optional<NamedMember> member) {
        this(order, member, Effects.ALL);
    }
}
