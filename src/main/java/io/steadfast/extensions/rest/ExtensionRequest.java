package io.steadfast.extensions.rest;

import io.steadfast.extensions.core.ExtensionWish;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A mass extension as it is asked for.
 *
 * @param until last usable day for all; either this or {@code months}
 * @param months calendar months from each one's own last usable day
 */
public record ExtensionRequest(
        SelectionRequest selection,
        Optional<LocalDate> until,

        @Schema(description = "needed unless until is given")
        Optional<Integer> months,

        String reason) {

    private static final int MOST_REASON = 500;
    private static final int MOST_MEMBERS = 10_000;

    /**
     * What is selected; what is left out doesn't narrow.
     *
     * @param what left out means points
     * @param expiresFrom last usable day of the earliest end
     * @param expiresThrough last usable day of the latest end
     */
    public record SelectionRequest(
            ProgramCode program,
            Optional<ExtensionWish.What> what,
            Optional<WalletCode> wallet,
            Optional<LocalDate> expiresFrom,
            Optional<LocalDate> expiresThrough,
            Optional<List<TierCode>> tiers,
            Optional<List<MemberId>> members) {}

    /** Refuses (400) both or neither of the two terms, too many months or members, and a missing reason. */
    ExtensionWish checked() {
        if (reason.isBlank()) {
            throw FieldErrors.one("reason", FieldReason.REQUIRED);
        }
        if (reason.length() > MOST_REASON) {
            throw FieldErrors.one("reason", FieldReason.TOO_LONG, Map.of("most", MOST_REASON));
        }
        if (until.isPresent() == months.isPresent()) {
            throw FieldErrors.one("months", until.isPresent() ? FieldReason.NOT_ALLOWED : FieldReason.REQUIRED);
        }
        if (months.filter(count -> count < 1 || count > ExtensionWish.Term.MOST_MONTHS)
                .isPresent()) {
            throw FieldErrors.one(
                    "months", FieldReason.OUT_OF_RANGE, Map.of("range", "1 – " + ExtensionWish.Term.MOST_MONTHS));
        }
        List<MemberId> members = selection.members().orElse(List.of());
        if (members.size() > MOST_MEMBERS) {
            throw FieldErrors.one("selection.members", FieldReason.TOO_MANY, Map.of("most", MOST_MEMBERS));
        }
        return new ExtensionWish(
                new ExtensionWish.Selection(
                        selection.program(),
                        selection.what().orElse(ExtensionWish.What.POINTS),
                        selection.wallet(),
                        selection.expiresFrom(),
                        selection.expiresThrough(),
                        Set.copyOf(selection.tiers().orElse(List.of())),
                        members),
                new ExtensionWish.Term(until, months),
                reason.strip());
    }
}
