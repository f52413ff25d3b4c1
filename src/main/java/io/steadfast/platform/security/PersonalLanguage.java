package io.steadfast.platform.security;

import io.steadfast.platform.i18n.Language;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.security.store.OperatorRows;
import io.steadfast.platform.security.store.PersonEntity;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.tenancy.Tenant;
import io.steadfast.platform.tenancy.TenantDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/** The language of the person behind a session, so that it follows them to another device. */
@ApplicationScoped
public class PersonalLanguage {

    @Inject
    private TenantDirectory directory;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private Kept kept;

    @Inject
    private OperatorRows operators;

    /** The language the person of this session chose last; empty where nobody is signed in or nothing was chosen. */
    public Optional<Language> of(HttpServletRequest request) {
        return person(request)
                .flatMap(person -> within(person, () -> kept.of(person.id())))
                .or(() -> operator(request)
                        .flatMap(operator -> operators.find(operator.id()))
                        .flatMap(OperatorRows.Kept::language)
                        .flatMap(Language::of));
    }

    /** Remembers the choice for the person of this session; nothing where nobody is signed in. */
    public void choose(HttpServletRequest request, Language language) {
        person(request).ifPresent(person -> within(person, () -> kept.keep(person.id(), language)));
        operator(request).ifPresent(operator -> operators.keepLanguage(operator.id(), language.tag()));
    }

    private static Optional<SessionPerson> person(HttpServletRequest request) {
        return held(request, SessionPerson.ATTRIBUTE, SessionPerson.class);
    }

    private static Optional<SessionOperator> operator(HttpServletRequest request) {
        return held(request, SessionOperator.ATTRIBUTE, SessionOperator.class);
    }

    private static <T> Optional<T> held(HttpServletRequest request, String attribute, Class<T> type) {
        return Optional.ofNullable(request.getSession(false))
                .map((HttpSession session) -> session.getAttribute(attribute))
                .filter(type::isInstance)
                .map(type::cast);
    }

    private Optional<Language> within(SessionPerson person, Callable<Optional<Language>> work) {
        Optional<Tenant> tenant = directory
                .find(person.slug())
                .filter(found -> Doors.closed(found).isEmpty());
        try {
            return tenant.isPresent() ? currentTenant.call(tenant.get(), work) : Optional.empty();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Its own bean: a transaction of its own is opened by calling another bean. */
    @ApplicationScoped
    static class Kept {

        @Inject
        private TenantStore store;

        @Transactional(Transactional.TxType.REQUIRES_NEW)
        public Optional<Language> of(UUID person) {
            return Optional.ofNullable(store.em().find(PersonEntity.class, person))
                    .flatMap(found -> Optional.ofNullable(found.language))
                    .flatMap(Language::of);
        }

        @Transactional(Transactional.TxType.REQUIRES_NEW)
        public Optional<Language> keep(UUID person, Language language) {
            Optional<PersonEntity> found = Optional.ofNullable(store.em().find(PersonEntity.class, person));
            found.ifPresent(row -> row.language = language.tag());
            return found.map(row -> language);
        }
    }
}
