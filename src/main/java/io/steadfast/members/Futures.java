package io.steadfast.members;

import io.steadfast.members.core.Consent;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.platform.refusals.FieldErrors;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Refuses, by field, what is said to have happened and lies ahead. */
final class Futures {

    private Futures() {}

    /** Five minutes, for clocks that differ. */
    static void refuse(String path, Optional<Instant> at, Instant now, FieldErrors errors) {
        if (at.isPresent() && at.get().isAfter(now.plusSeconds(300))) {
            errors.add(path, MemberRefusal.IN_THE_FUTURE);
        }
    }

    static void refuseConsents(List<Consent> consents, Instant now, FieldErrors errors) {
        for (int i = 0; i < consents.size(); i++) {
            refuse("consents[" + i + "].at", Optional.of(consents.get(i).at()), now, errors);
        }
    }
}
