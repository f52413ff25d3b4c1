package io.steadfast.desk;

import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One entry of a member's statement.
 *
 * @param points moved in all states together; 0 where points only changed their state
 * @param effectiveAt when what it is about happened
 * @param subject the order or activity, as {@code source / reference}
 * @param reason code of who did it by hand
 */
public record StatementLine(
        UUID entry,
        WalletCode wallet,
        String kind,
        long points,
        Instant effectiveAt,
        Optional<String> program,
        Optional<Integer> version,
        Optional<String> rule,
        Optional<String> subject,
        Optional<String> reason) {}
