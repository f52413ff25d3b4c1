package io.steadfast.platform.security;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.security.store.PersonEntity;
import io.steadfast.platform.time.RealClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Judges one try to sign in, and keeps count of the wrong ones. */
@ApplicationScoped
class PasswordCheck {

    /** What came of a try. */
    record Verdict(Optional<PersonEntity> person, Optional<Instant> lockedUntil) {

        static final Verdict WRONG = new Verdict(Optional.empty(), Optional.empty());
    }

    @Inject
    private Passwords passwords;

    @Inject
    private TenantStore store;

    @Inject
    private RealClock clock;

    /** The row is locked, so that many tries at once count as many. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Verdict check(String email, String password) {
        Optional<PersonEntity> found = store.em()
                .createNamedQuery("person.byEmail", PersonEntity.class)
                .setParameter("email", PersonService.normalEmail(email))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
        if (found.isEmpty() || !found.get().active) {
            passwords.matches(password, null);
            return Verdict.WRONG;
        }
        PersonEntity person = found.get();
        Instant now = clock.now();
        if (person.lockedUntil != null && person.lockedUntil.toInstant().isAfter(now)) {
            return new Verdict(Optional.empty(), Optional.of(person.lockedUntil.toInstant()));
        }
        return passwords.matches(password, person.passwordHash) ? right(person, now) : wrong(person, now);
    }

    private static Verdict right(PersonEntity person, Instant now) {
        person.failures = 0;
        person.lockedUntil = null;
        person.lastSignedInAt = now.atOffset(ZoneOffset.UTC);
        return new Verdict(Optional.of(person), Optional.empty());
    }

    private static Verdict wrong(PersonEntity person, Instant now) {
        person.failures++;
        Optional<Instant> until = LockOut.until(person.failures, now);
        person.lockedUntil = until.map(instant -> OffsetDateTime.ofInstant(instant, ZoneOffset.UTC))
                .orElse(null);
        return new Verdict(Optional.empty(), until);
    }
}
