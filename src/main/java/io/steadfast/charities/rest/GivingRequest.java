package io.steadfast.charities.rest;

import io.steadfast.charities.DonationService.GivingWish;
import io.steadfast.charities.core.CharityRefusal;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import java.util.Map;
import java.util.Optional;

/**
 * Points to be given.
 *
 * @param program left out, the only one of the member's in which points can be given
 * @param charity left out, the member's standing choice
 */
public record GivingRequest(MemberId memberId, long points, Optional<ProgramCode> program, Optional<String> charity) {

    /** Refuses (400) what can't be given whatever the program says. */
    GivingWish wish() {
        if (points < 1) {
            throw FieldErrors.one("points", FieldReason.OUT_OF_RANGE, Map.of("range", "1 –"));
        }
        return new GivingWish(memberId, points, program, charity.map(GivingRequest::code));
    }

    static CharityCode code(String text) {
        if (!CharityCode.isOne(text)) {
            throw FieldErrors.one("charity", CharityRefusal.CHARITY_CODE_NOT_VALID);
        }
        return new CharityCode(text);
    }
}
