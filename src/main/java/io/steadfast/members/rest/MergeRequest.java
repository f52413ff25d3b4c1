package io.steadfast.members.rest;

import io.steadfast.members.core.Merge;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.shared.MemberId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whose membership ends.
 *
 * @param tier counted (the default): what both did counts together; higher: the source's tier is kept while it would have lasted
 * @param reason a code of A-Z a-z 0-9 _ . -; DUPLICATE when left out
 */
public record MergeRequest(
        MemberId from,
        @Schema(enumeration = {"counted", "higher"}) Optional<String> tier,
        Optional<String> reason) {

    private static final Pattern REASON = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    /** Refuses (400) what can't be a merge whoever they are. */
    Merge into(MemberId survivor) {
        Merge.Tier which = switch (tier.orElse("counted")) {
            case "counted" -> Merge.Tier.COUNTED;
            case "higher" -> Merge.Tier.HIGHER;
            default -> throw FieldErrors.one("tier", FieldReason.NOT_ONE_OF, Map.of("allowed", "counted, higher"));
        };
        if (!REASON.matcher(why()).matches()) {
            throw FieldErrors.one("reason", FieldReason.NOT_VALID);
        }
        return new Merge(from, survivor, which);
    }

    String why() {
        return reason.orElse("DUPLICATE");
    }
}
