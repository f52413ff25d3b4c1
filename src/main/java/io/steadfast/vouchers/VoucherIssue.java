package io.steadfast.vouchers;

import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Reward;
import io.steadfast.shared.MemberId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A voucher to be issued.
 *
 * @param version the published version whose reward it is
 * @param reward one that is handed out as a voucher
 * @param activeFrom when it can first be used; empty: at once
 * @param reason a code, as in REDEMPTION or STAMP_CARD
 * @param about the redemption or receipt that it comes of
 */
public record VoucherIssue(
        MemberId member,
        ProgramVersion version,
        Reward reward,
        Optional<Instant> activeFrom,
        String reason,
        Optional<UUID> about) {}
