package io.steadfast.accrual.core;

import io.steadfast.programs.core.Cap;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.Optional;

/**
 * What a cap is counted in: the grants of one rule, or of all rules, in one wallet within a stretch of time, by the
 * instant of the order or activity. It names no version, so that a count goes on when a new version is published.
 *
 * @param rule empty where all rules of the program count together
 * @param from included; empty where it always counts
 * @param until excluded
 */
public record CapKey(
        ProgramCode program,
        Optional<RuleCode> rule,
        WalletCode wallet,
        Cap.Scope scope,
        Cap.Unit unit,
        Optional<Instant> from,
        Optional<Instant> until) {}
