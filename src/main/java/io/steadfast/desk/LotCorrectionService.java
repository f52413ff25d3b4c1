package io.steadfast.desk;

import io.steadfast.ledger.BlockingService;
import io.steadfast.ledger.LapsedLot;
import io.steadfast.ledger.ReinstatementService;
import io.steadfast.ledger.core.EntryDraft;
import io.steadfast.platform.security.Permission;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the office puts right for single lots of a member's, each with its reason. Everything refuses NOT_PERMITTED, MEMBER_UNKNOWN,
 * OWN_CARD and REASON_NEEDED.
 */
@Stateless
public class LotCorrectionService {

    /** A year and a month: whoever asks in spring about last winter's points can still be helped. */
    private static final Duration LAPSED_WITHIN = Duration.ofDays(400);

    /** More than anybody chooses from. */
    private static final int MOST_LAPSED = 50;

    @Inject
    private BlockingService blocking;

    @Inject
    private ReinstatementService reinstatements;

    @Inject
    private CorrectionGate gate;

    /**
     * Points to be kept from use, or given free.
     *
     * @param lot empty means every lot of the wallet
     */
    public record Kept(MemberId member, WalletCode wallet, Optional<UUID> lot, String reason) {

        private BlockingService.Wish wish() {
            return new BlockingService.Wish(member, wallet, lot, reason, "");
        }
    }

    /**
     * A lapsed lot that is to come back.
     *
     * @param lastDay the last usable day, by the calendar of the wallet's program
     */
    public record Revived(MemberId member, WalletCode wallet, UUID lot, LocalDate lastDay, String reason) {}

    /** Keeps points from every use. Refuses NOTHING_TO_BLOCK, LOT_UNKNOWN and LOT_EXPIRED. */
    public BlockingService.Done block(Kept wanted) {
        gate.begin(wanted.member(), Permission.MEMBERS_CORRECT);
        CorrectionGate.needed(wanted.reason());
        return blocking.block(wanted.wish());
    }

    /** Gives points free again. Refuses NOTHING_BLOCKED, LOT_UNKNOWN and LOT_EXPIRED. */
    public BlockingService.Done free(Kept wanted) {
        gate.begin(wanted.member(), Permission.MEMBERS_CORRECT);
        CorrectionGate.needed(wanted.reason());
        return blocking.unblock(wanted.wish());
    }

    /** Gives back all that lapsed of a lot. Refuses DATE_NOT_VALID, and as {@link ReinstatementService#reinstate} does. */
    public EntryDraft reinstate(Revived wanted) {
        gate.begin(wanted.member(), Permission.MEMBERS_CORRECT);
        CorrectionGate.needed(wanted.reason());
        Instant end = gate.end(
                wanted.member(), wanted.lastDay(), terms -> terms.wallet().equals(wanted.wallet()));
        return reinstatements.reinstate(new ReinstatementService.Wish(
                wanted.member(), wanted.lot(), LAPSED_WITHIN, Optional.of(end), wanted.reason(), ""));
    }

    /** What may still come back, the latest first. Refuses NOT_PERMITTED. */
    public List<LapsedLot> lapsed(MemberId member) {
        return reinstatements.lapsed(member, LAPSED_WITHIN, MOST_LAPSED);
    }
}
