package io.steadfast.shared;

import java.util.Optional;

/**
 * What a grant, a receipt or a budget comes from. A program is one kind of origin; a campaign will be another.
 *
 * @param code the program's or campaign's code
 * @param version the immutable version that decided
 * @param rule empty where the origin as a whole decided
 */
public record Origin(Kind kind, String code, int version, Optional<RuleCode> rule) {

    public enum Kind {
        PROGRAM,
        CAMPAIGN
    }
}
