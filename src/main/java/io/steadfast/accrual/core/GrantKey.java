package io.steadfast.accrual.core;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;

/** What a grant of an order is known by: an order has one of each at most, whatever version gave it. */
public record GrantKey(MemberId member, ProgramCode program, RuleCode rule, WalletCode wallet) {}
