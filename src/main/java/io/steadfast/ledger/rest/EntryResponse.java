package io.steadfast.ledger.rest;

import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.StatementEntry;
import io.steadfast.shared.Origin;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A line of the statement.
 *
 * @param seq its place in the member's books, from 1
 * @param points the change of everything the member has, less what is owed; the five below say where
 * @param occurredAt the activity date
 * @param postingDate the accounting day
 * @param program and version and rule: what decided, where a rule did
 * @param reason where somebody did
 */
public record EntryResponse(
        UUID id,
        long seq,
        WalletCode wallet,
        EntryKind kind,
        long points,
        long pending,
        long active,
        long held,
        long debt,
        long forgiven,
        Instant occurredAt,
        LocalDate postingDate,
        Instant recordedAt,
        Optional<String> program,
        Optional<Integer> version,
        Optional<RuleCode> rule,
        Optional<String> reason,
        Optional<String> source,
        Optional<String> reference,
        Optional<UUID> receiptId,
        Optional<UUID> reverses) {

    static EntryResponse of(StatementEntry entry) {
        Cause cause = entry.cause();
        return new EntryResponse(
                entry.id(),
                entry.seq(),
                entry.wallet(),
                entry.kind(),
                entry.points(),
                entry.change().pending(),
                entry.change().active(),
                entry.change().held(),
                entry.change().debt(),
                entry.forgiven(),
                entry.effectiveAt(),
                entry.postingDate(),
                entry.recordedAt(),
                cause.origin().map(Origin::code),
                cause.origin().map(Origin::version),
                cause.origin().flatMap(Origin::rule),
                cause.authority().map(Cause.Authority::reason),
                cause.subject().map(Cause.Subject::source),
                cause.subject().map(Cause.Subject::reference),
                cause.receipt(),
                entry.reverses());
    }
}
