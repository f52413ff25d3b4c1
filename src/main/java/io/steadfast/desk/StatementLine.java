package io.steadfast.desk;

import io.steadfast.accrual.Explanation;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.StatementEntry;
import io.steadfast.shared.Origin;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One entry of a member's statement.
 *
 * @param seq its place in the member's books, from 1
 * @param points moved in all states together; 0 where points only changed their state
 * @param effectiveAt when what it is about happened
 * @param subject the order or activity, as {@code source / reference}
 * @param reason code of who did it by hand
 * @param hand who did it by hand, where a person did
 * @param proof why it stands, where an order or activity made it
 */
public record StatementLine(
        UUID entry,
        long seq,
        WalletCode wallet,
        String kind,
        long points,
        Instant effectiveAt,
        Optional<String> program,
        Optional<Integer> version,
        Optional<String> rule,
        Optional<String> subject,
        Optional<String> reason,
        Optional<ByHand> hand,
        Optional<Explanation> proof) {

    /**
     * A person's doing.
     *
     * @param words what they wrote beside it; empty where they wrote nothing, or the reader may not see it
     */
    public record ByHand(Optional<String> name, Optional<String> words) {}

    static StatementLine of(StatementEntry entry, Optional<ByHand> hand, Optional<Explanation> proof) {
        Optional<Origin> origin = entry.cause().origin();
        return new StatementLine(
                entry.id(),
                entry.seq(),
                entry.wallet(),
                entry.kind().name(),
                entry.points(),
                entry.effectiveAt(),
                origin.map(Origin::code),
                origin.map(Origin::version),
                origin.flatMap(Origin::rule).map(RuleCode::value),
                entry.cause().subject().map(subject -> subject.source() + " / " + subject.reference()),
                entry.cause().authority().map(Cause.Authority::reason),
                hand,
                proof);
    }
}
