package io.steadfast.platform.security;

import io.steadfast.platform.security.store.OperatorRows;
import io.steadfast.platform.time.RealClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The operators, as Jakarta Security asks for them. Knows no tenant: nobody becomes a brand's person here. */
@ApplicationScoped
public class OperatorsStore implements IdentityStore {

    static final String GROUP = "operator";

    @Inject
    private Passwords passwords;

    @Inject
    private OperatorRows rows;

    @Inject
    private RealClock clock;

    @Inject
    private SignInTrouble trouble;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof OperatorCredential typed)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        CredentialValidationResult[] result = {CredentialValidationResult.INVALID_RESULT};
        rows.tryOut(PersonService.normalEmail(typed.email()), found -> {
            Optional<OperatorRows.Tried> tried = judged(found, typed);
            if (found.isPresent()
                    && tried.flatMap(OperatorRows.Tried::signedInAt).isPresent()) {
                result[0] = new CredentialValidationResult(
                        new OperatorPrincipal(new SessionOperator(
                                found.get().id(), found.get().epoch())),
                        Set.of(GROUP));
            }
            return tried;
        });
        return result[0];
    }

    /** What is to be kept of the try; nothing where there is nobody, and while they wait. */
    private Optional<OperatorRows.Tried> judged(Optional<OperatorRows.Kept> found, OperatorCredential typed) {
        if (found.isEmpty() || !found.get().active()) {
            // As long as a known address takes.
            passwords.matches(typed.password(), null);
            return Optional.empty();
        }
        OperatorRows.Kept operator = found.get();
        Instant now = clock.now();
        if (operator.lockedUntil().filter(until -> until.isAfter(now)).isPresent()) {
            operator.lockedUntil().ifPresent(trouble::locked);
            return Optional.empty();
        }
        if (passwords.matches(typed.password(), operator.passwordHash().orElse(null))) {
            return Optional.of(new OperatorRows.Tried(0, Optional.empty(), Optional.of(now)));
        }
        int failures = operator.failures() + 1;
        Optional<Instant> until = LockOut.until(failures, now);
        until.ifPresent(trouble::locked);
        return Optional.of(new OperatorRows.Tried(failures, until, Optional.empty()));
    }
}
