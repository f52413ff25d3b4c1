package io.steadfast.charities.core;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;

/**
 * What tells the donations of one order apart.
 *
 * @param pledge the program's, or {@link Wanted#ADDED} for money of a member that no pledge asked for
 */
public record DonationKey(MemberId member, ProgramCode program, RuleCode pledge, Part part) {}
