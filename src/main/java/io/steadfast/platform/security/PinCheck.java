package io.steadfast.platform.security;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.security.store.PersonEntity;
import io.steadfast.platform.security.store.PersonTillRows;
import io.steadfast.platform.time.RealClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Judges one try with a number and a PIN, and keeps count of the wrong ones: few digits live by their lock-out. */
@ApplicationScoped
class PinCheck {

    @Inject
    private Passwords passwords;

    @Inject
    private TenantStore store;

    @Inject
    private PersonTillRows rows;

    @Inject
    private RealClock clock;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public PasswordCheck.Verdict check(String number, String pin) {
        Optional<PersonTillRows.Row> found = rows.lock(number.strip());
        Optional<PersonEntity> person = found.flatMap(
                        row -> Optional.ofNullable(store.em().find(PersonEntity.class, row.person())))
                .filter(each -> each.active);
        if (found.isEmpty() || person.isEmpty()) {
            passwords.matches(pin, null);
            return PasswordCheck.Verdict.WRONG;
        }
        PersonTillRows.Row row = found.get();
        Instant now = clock.now();
        if (row.lockedUntil().filter(until -> until.isAfter(now)).isPresent()) {
            return new PasswordCheck.Verdict(Optional.empty(), row.lockedUntil());
        }
        if (!passwords.matches(pin, row.pinHash().orElse(null))) {
            Optional<Instant> until = LockOut.until(row.failures() + 1, now);
            rows.tried(row.person(), row.failures() + 1, until);
            return new PasswordCheck.Verdict(Optional.empty(), until);
        }
        rows.tried(row.person(), 0, Optional.empty());
        person.get().lastSignedInAt = now.atOffset(ZoneOffset.UTC);
        return new PasswordCheck.Verdict(person, Optional.empty());
    }
}
