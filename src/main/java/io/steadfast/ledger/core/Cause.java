package io.steadfast.ledger.core;

import io.steadfast.shared.Origin;
import java.util.Optional;
import java.util.UUID;

/**
 * Why an entry stands in the books. Every entry names a rule with its version, or somebody with a reason.
 *
 * @param origin the program or campaign, its version and rule
 * @param authority who did it and why, where no rule decided
 * @param subject the order or activity it is about
 * @param receipt the receipt that says so
 */
public record Cause(
        Optional<Origin> origin, Optional<Authority> authority, Optional<Subject> subject, Optional<UUID> receipt) {

    /**
     * Somebody who acts, and why.
     *
     * @param actorKind as in the audit trail: PERSON, KEY, JOB or OPERATOR
     * @param reason a code, as in REDEMPTION or GOODWILL; never free text, which could name a person
     */
    public record Authority(String actorKind, String actorId, String reason) {}

    /** An order or activity by its natural key. */
    public record Subject(String source, String reference) {}

    public Cause {
        boolean ruled = origin.isPresent() && origin.get().rule().isPresent();
        if (!ruled && authority.isEmpty()) {
            throw new IllegalArgumentException("An entry needs a rule with its version or somebody with a reason");
        }
    }

    /** A rule of a version decided. */
    public static Cause rule(Origin origin) {
        return new Cause(Optional.of(origin), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Somebody decided. */
    public static Cause of(Authority authority) {
        return new Cause(Optional.empty(), Optional.of(authority), Optional.empty(), Optional.empty());
    }

    /** The product's own work, as in an expiry. */
    public static Cause job(String job) {
        return of(new Authority("JOB", job, job));
    }

    public Cause about(String source, String reference) {
        return new Cause(origin, authority, Optional.of(new Subject(source, reference)), receipt);
    }

    public Cause by(Authority who) {
        return new Cause(origin, Optional.of(who), subject, receipt);
    }

    public Cause in(UUID receiptId) {
        return new Cause(origin, authority, subject, Optional.of(receiptId));
    }
}
