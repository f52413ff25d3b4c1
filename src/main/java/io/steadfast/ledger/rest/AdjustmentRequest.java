package io.steadfast.ledger.rest;

import io.steadfast.ledger.AdjustmentService;
import io.steadfast.ledger.AdjustmentService.Adjustment;
import io.steadfast.ledger.AdjustmentService.Kind;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Points given or taken by hand.
 *
 * @param points signed; goodwill only gives
 * @param kind {@code goodwill} or {@code correction}
 * @param reason a code of A-Z a-z 0-9 _ . -
 */
public record AdjustmentRequest(
        MemberId memberId,
        long points,
        Optional<WalletCode> wallet,
        @Schema(enumeration = {"goodwill", "correction"}) String kind,
        String reason,
        String note,
        Optional<OrderReference> order) {

    private static final int MOST_NOTE = 2_000;
    private static final Pattern REASON = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    /** Refuses (400) what can't be an adjustment. */
    Adjustment adjustment() {
        Kind which = switch (kind) {
            case "goodwill" -> Kind.GOODWILL;
            case "correction" -> Kind.CORRECTION;
            default -> throw FieldErrors.one("kind", FieldReason.NOT_ONE_OF, Map.of("allowed", "goodwill, correction"));
        };
        if (points == 0 || (which == Kind.GOODWILL && points < 0)) {
            throw FieldErrors.one("points", FieldReason.OUT_OF_RANGE, Map.of("range", "1 –"));
        }
        if (points > AdjustmentService.MOST_POINTS || points < -AdjustmentService.MOST_POINTS) {
            throw FieldErrors.one(
                    "points",
                    FieldReason.OUT_OF_RANGE,
                    Map.of("range", -AdjustmentService.MOST_POINTS + " – " + AdjustmentService.MOST_POINTS));
        }
        if (!REASON.matcher(reason).matches()) {
            throw FieldErrors.one("reason", FieldReason.NOT_VALID);
        }
        if (note.isBlank()) {
            throw FieldErrors.one("note", FieldReason.REQUIRED);
        }
        if (note.length() > MOST_NOTE) {
            throw FieldErrors.one("note", FieldReason.TOO_LONG, Map.of("most", MOST_NOTE));
        }
        return new Adjustment(memberId, wallet, which, points, reason, note, order.map(OrderReference::subject));
    }
}
