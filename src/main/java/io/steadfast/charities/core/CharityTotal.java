package io.steadfast.charities.core;

import io.steadfast.programs.core.CharityCode;
import io.steadfast.shared.Money;
import java.util.Optional;

/**
 * What stands for one charity in one state, from one sort of funds.
 *
 * @param charity empty for what waits for a choice
 * @param donations how many
 */
public record CharityTotal(
        Optional<CharityCode> charity, DonationState state, Part part, Money amount, long donations) {}
