package io.steadfast.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.security.store.CodeLists;
import io.steadfast.platform.security.store.PersonEntity;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who the people behind sessions are right now; what was read is believed for 2.5 s. */
@ApplicationScoped
class PeopleInSession {

    private static final Duration FRESH = Duration.ofMillis(2500);
    private static final int MOST = 10_000;

    private record Known(Actor actor, int epoch) {}

    private final Cache<UUID, Known> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();

    @Inject
    private PersonReader reader;

    @Inject
    private CurrentTenant currentTenant;

    /** The actor of this session; empty when the session has ended: signed out everywhere, locked out, gone. */
    Optional<Actor> actor(Tenant tenant, SessionPerson person) throws Exception {
        Known found = known.getIfPresent(person.id());
        if (found == null) {
            Optional<PersonEntity> row = currentTenant.call(tenant, () -> reader.find(person.id()));
            if (row.isEmpty() || !row.get().active) {
                return Optional.empty();
            }
            found = new Known(actor(row.get()), row.get().epoch);
            known.put(person.id(), found);
        }
        return found.epoch() == person.epoch() ? Optional.of(narrowed(found.actor(), person.by())) : Optional.empty();
    }

    /** What a PIN opens is the work in stores, whatever else the person may do with their password. */
    static Actor narrowed(Actor actor, SessionPerson.By by) {
        if (by == SessionPerson.By.PASSWORD) {
            return actor;
        }
        EnumSet<Permission> permissions = EnumSet.noneOf(Permission.class);
        permissions.addAll(actor.permissions());
        permissions.retainAll(Role.STORE_MANAGER.permissions());
        return new Actor(actor.kind(), actor.id(), actor.name(), permissions, actor.scopes(), actor.stores());
    }

    void forget(UUID person) {
        known.invalidate(person);
    }

    static Actor actor(PersonEntity person) {
        EnumSet<Permission> permissions = EnumSet.noneOf(Permission.class);
        PersonView.roles(person).forEach(role -> permissions.addAll(role.permissions()));
        return new Actor(
                Actor.Kind.PERSON,
                person.id.toString(),
                person.name,
                permissions,
                Set.of(),
                CodeLists.read(person.stores));
    }

    /** Its own bean: a transaction of its own is opened by calling another bean. */
    @ApplicationScoped
    static class PersonReader {

        @Inject
        private TenantStore store;

        @Transactional(Transactional.TxType.REQUIRES_NEW)
        public Optional<PersonEntity> find(UUID id) {
            return Optional.ofNullable(store.em().find(PersonEntity.class, id));
        }
    }
}
