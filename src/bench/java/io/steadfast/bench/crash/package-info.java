/**
 * {@code mvn -Pcrash}: a brand's systems send orders, returns, redemptions and members and try each again under its key
 * until it is answered, while the product and its database are killed, cut off, stopped and starved. Afterwards the books
 * must hold, each acknowledged request must be there exactly once, and every event must have arrived in order.
 */
@NullMarked
package io.steadfast.bench.crash;

import org.jspecify.annotations.NullMarked;
