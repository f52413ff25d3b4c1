package io.steadfast.programs.core;

import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;

/**
 * How members give points: {@code 100} points are worth {@code 100} minor units of the program's currency.
 *
 * @param points in the wallet's smallest unit; with {@code worth} the rate
 * @param worth minor units of the program's currency for so many points
 * @param step only multiples of it can be given
 * @param minimum the least that can be given
 * @param matchPercent what the brand adds, in percent of the points' worth; 0 adds nothing
 */
public record GivingPoints(
        WalletCode wallet, long points, long worth, long step, long minimum, BigDecimal matchPercent) {}
