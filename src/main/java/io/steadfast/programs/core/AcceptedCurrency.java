package io.steadfast.programs.core;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * A currency besides the program's own that orders may be in.
 *
 * @param rate units of the program's currency for one unit of this one; needed where a figure isn't stated in it
 */
public record AcceptedCurrency(Currency currency, Optional<BigDecimal> rate) {}
