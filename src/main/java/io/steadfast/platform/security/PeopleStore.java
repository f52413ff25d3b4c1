package io.steadfast.platform.security;

import io.steadfast.platform.security.store.PersonEntity;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.tenancy.Tenant;
import io.steadfast.platform.tenancy.TenantDirectory;
import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** The people of all tenants, as Jakarta Security asks for them. */
@ApplicationScoped
public class PeopleStore implements IdentityStore {

    static final String GROUP = "person";

    @Inject
    private Passwords passwords;

    @Inject
    private TenantDirectory directory;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private PasswordCheck passwordCheck;

    @Inject
    private PinCheck pinCheck;

    @Inject
    private SignInTrouble trouble;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (credential instanceof BrandCredential typed) {
            return result(
                    typed.brand(),
                    SessionPerson.By.PASSWORD,
                    () -> passwordCheck.check(typed.email(), typed.password()));
        }
        if (credential instanceof PinCredential typed) {
            return result(typed.brand(), SessionPerson.By.PIN, () -> pinCheck.check(typed.number(), typed.pin()));
        }
        return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    private CredentialValidationResult result(
            TenantSlug brand, SessionPerson.By by, Callable<PasswordCheck.Verdict> check) {
        Optional<Tenant> tenant = directory.find(brand);
        if (tenant.isEmpty()) {
            // As long as a known brand takes.
            passwords.matches("", null);
            return CredentialValidationResult.INVALID_RESULT;
        }
        Optional<PersonEntity> person =
                Doors.closed(tenant.get()).isPresent() ? closed() : checked(tenant.get(), check);
        return person.map(found -> new SessionPerson(brand.value(), found.id, found.epoch, by))
                .map(found -> new CredentialValidationResult(new PersonPrincipal(found), Set.of(GROUP)))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }

    private Optional<PersonEntity> checked(Tenant tenant, Callable<PasswordCheck.Verdict> check) {
        try {
            PasswordCheck.Verdict verdict = currentTenant.call(tenant, check);
            verdict.lockedUntil().ifPresent(trouble::locked);
            return verdict.person();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Optional<PersonEntity> closed() {
        trouble.closed();
        return Optional.empty();
    }
}
