package io.steadfast.vouchers.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import java.util.regex.Pattern;

/** @param reason a code of A-Z a-z 0-9 _ . - */
public record BlockRequest(String reason) {

    private static final Pattern REASON = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    String checked() {
        if (!REASON.matcher(reason).matches()) {
            throw FieldErrors.one("reason", FieldReason.NOT_VALID);
        }
        return reason;
    }
}
