package io.steadfast.tiers.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.tiers.ManualTierService;
import java.time.Instant;
import java.util.Map;

/**
 * A tier set by hand.
 *
 * @param until exclusive
 */
public record TierSetRequest(ProgramCode program, String set, TierCode tier, Instant until, String reason) {

    private static final int MOST = 500;

    /** Refuses (400) a missing or endless reason. */
    ManualTierService.Wish of(MemberId member) {
        return new ManualTierService.Wish(member, new TierSetRef(program, code(set)), tier, until, checked(reason));
    }

    static String checked(String reason) {
        if (reason.isBlank()) {
            throw FieldErrors.one("reason", FieldReason.REQUIRED);
        }
        if (reason.length() > MOST) {
            throw FieldErrors.one("reason", FieldReason.TOO_LONG, Map.of("most", MOST));
        }
        return reason.strip();
    }

    static TierSetCode code(String set) {
        try {
            return new TierSetCode(set);
        } catch (IllegalArgumentException noCode) {
            throw FieldErrors.one("set", FieldReason.NOT_VALID);
        }
    }
}
