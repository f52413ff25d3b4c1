package io.steadfast.tiers;

import io.steadfast.programs.core.TierSetCode;
import io.steadfast.shared.TierCode;

/** What an order did to a member's tier in one set; equal where nothing moved. */
public record TierMove(TierSetCode set, TierCode before, TierCode after) {}
