package io.steadfast.accrual.store;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import java.util.Optional;
import java.util.UUID;

/**
 * Why something stands or doesn't: written once.
 *
 * @param entry the ledger's entry it explains; empty for a rule that gave nothing
 * @param document a value of the core, kept as JSON
 */
public record Proof(
        Kind kind,
        Optional<MemberId> member,
        ProgramCode program,
        int version,
        Optional<RuleCode> rule,
        Optional<WalletCode> wallet,
        Optional<UUID> entry,
        Object document) {

    /** What is explained. */
    public enum Kind {
        GRANT,
        TAKE,
        SKIP
    }
}
