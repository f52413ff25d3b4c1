package io.steadfast.platform.security;

import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.store.CodeLists;
import io.steadfast.platform.security.store.PersonEntity;
import io.steadfast.platform.time.RealClock;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The people of the tenant in hand. A change counts on every node within 5 s. Whatever changes somebody else refuses
 * NOT_PERMITTED a person who may not invite people.
 */
@Stateless
public class PersonService {

    private static final int LIMIT = 1000;
    private static final String KIND = "person";
    private static final Duration INVITATION = Duration.ofDays(7);
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");

    @Inject
    private Passwords passwords;

    @Inject
    private TenantStore store;

    @Inject
    private RealClock clock;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private PeopleInSession sessions;

    @Inject
    private Event<AccessChange> changes;

    /**
     * Adds a person who has no password yet; {@link #invite} gives them the way to one. Refuses with EMAIL_NOT_VALID, EMAIL_TAKEN,
     * ROLE_NEEDED, STORES_DONT_FIT.
     */
    public PersonView create(NewPerson wanted) {
        mustEdit();
        String email = normal(wanted.email());
        checkRoles(wanted.roles(), wanted.stores());
        if (byEmail(email).isPresent()) {
            throw new Refusal(SecurityRefusal.EMAIL_TAKEN);
        }
        PersonEntity person = new PersonEntity();
        person.id = Ids.next();
        person.email = email;
        person.name = wanted.name().strip();
        person.roles = CodeLists.written(wanted.roles());
        person.stores = CodeLists.written(wanted.stores());
        person.active = true;
        person.createdAt = clock.now().atOffset(ZoneOffset.UTC);
        store.em().persist(person);
        changed("person.created", person, null);
        return PersonView.of(person);
    }

    /** Makes a fresh one-time invitation, good for 7 days; an earlier one ends. Refuses with PERSON_UNKNOWN. */
    public Invitation invite(UUID id) {
        mustEdit();
        PersonEntity person = find(id);
        String token = Secrets.random();
        Instant until = clock.now().plus(INVITATION);
        person.invitationHash = Secrets.hash(token);
        person.invitationUntil = until.atOffset(ZoneOffset.UTC);
        changed("person.invited", person, null);
        return new Invitation(id, token, until);
    }

    /**
     * The person an invitation is for. Refuses with INVITATION_NOT_VALID.
     */
    public PersonView invited(String token) {
        return PersonView.of(invitedEntity(token));
    }

    /**
     * Uses an invitation up: the person has this password from now on and every session of theirs ends. Refuses with
     * INVITATION_NOT_VALID, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG.
     */
    public PersonView accept(String token, String password) {
        PersonEntity person = invitedEntity(token);
        setPassword(person, password, passwords::hashed);
        return PersonView.of(person);
    }

    /**
     * Gives a password without an invitation, drawn at random as {@link OneTimeSecrets#password} draws one: for owners of sandboxes and
     * the demo. Refuses as {@link #accept} does.
     */
    public void setInitialPassword(UUID id, String password) {
        PersonEntity person = find(id);
        setPassword(person, password, passwords::hashedDrawn);
        changed("person.password_set", person, null);
    }

    /** Refuses with PERSON_UNKNOWN, PASSWORD_WRONG, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG. Every session ends, this one too. */
    public void changePassword(UUID id, String present, String next) {
        PersonEntity person = find(id);
        if (!passwords.matches(present, person.passwordHash)) {
            throw new Refusal(SecurityRefusal.PASSWORD_WRONG);
        }
        setPassword(person, next, passwords::hashed);
        changed("person.password_changed", person, null);
    }

    /** Refuses with PERSON_UNKNOWN, ROLE_NEEDED, STORES_DONT_FIT, LAST_OWNER. */
    public PersonView setRoles(UUID id, Set<Role> roles, Set<String> stores) {
        mustEdit();
        PersonEntity person = find(id);
        checkRoles(roles, stores);
        PersonView before = PersonView.of(person);
        if (!roles.contains(Role.OWNER)) {
            keepAnOwner(before);
        }
        person.roles = CodeLists.written(roles);
        person.stores = CodeLists.written(stores);
        changed("person.roles_changed", person, before);
        return PersonView.of(person);
    }

    /** Locks a person out for good, their sessions end. Refuses with PERSON_UNKNOWN, LAST_OWNER. */
    public void deactivate(UUID id) {
        mustEdit();
        PersonEntity person = find(id);
        PersonView before = PersonView.of(person);
        keepAnOwner(before);
        person.active = false;
        person.epoch++;
        changed("person.deactivated", person, before);
    }

    /** Takes {@link #deactivate} back. Refuses with PERSON_UNKNOWN. */
    public void activate(UUID id) {
        mustEdit();
        PersonEntity person = find(id);
        PersonView before = PersonView.of(person);
        person.active = true;
        changed("person.activated", person, before);
    }

    /** Ends every session of the person. Refuses with PERSON_UNKNOWN. */
    public void signOutEverywhere(UUID id) {
        mustEdit();
        PersonEntity person = find(id);
        person.epoch++;
        changed("person.signed_out_everywhere", person, null);
    }

    /** By name; at most {@value #LIMIT}. */
    public List<PersonView> all() {
        return store
                .em()
                .createNamedQuery("person.all", PersonEntity.class)
                .setMaxResults(LIMIT)
                .getResultList()
                .stream()
                .map(PersonView::of)
                .toList();
    }

    /** Who isn't signed in yet chooses a password by an invitation; nothing here is for them. */
    private void mustEdit() {
        currentActor.known().ifPresent(actor -> actor.must(Permission.PEOPLE_EDIT));
    }

    private void setPassword(PersonEntity person, String password, UnaryOperator<String> hashing) {
        Passwords.check(password);
        person.passwordHash = hashing.apply(password);
        person.invitationHash = null;
        person.invitationUntil = null;
        person.failures = 0;
        person.lockedUntil = null;
        person.epoch++;
        sessions.forget(person.id);
    }

    private PersonEntity invitedEntity(String token) {
        Instant now = clock.now();
        return store.em()
                .createNamedQuery("person.byInvitation", PersonEntity.class)
                .setParameter("hash", Secrets.hash(token))
                .getResultStream()
                .filter(person -> person.active
                        && person.invitationUntil != null
                        && person.invitationUntil.toInstant().isAfter(now))
                .findFirst()
                .orElseThrow(() -> new Refusal(SecurityRefusal.INVITATION_NOT_VALID));
    }

    private void keepAnOwner(PersonView leaving) {
        boolean another = all().stream()
                .anyMatch(person -> person.active()
                        && person.roles().contains(Role.OWNER)
                        && !person.id().equals(leaving.id()));
        if (leaving.roles().contains(Role.OWNER) && !another) {
            throw new Refusal(SecurityRefusal.LAST_OWNER);
        }
    }

    private static void checkRoles(Set<Role> roles, Set<String> stores) {
        if (roles.isEmpty()) {
            throw new Refusal(SecurityRefusal.ROLE_NEEDED);
        }
        // Stores hold a person to them, so they would silently narrow a role that is meant for the whole brand.
        boolean onlyStoreRoles = roles.stream().allMatch(Role::ofStores);
        if (onlyStoreRoles == stores.isEmpty()) {
            throw new Refusal(SecurityRefusal.STORES_DONT_FIT);
        }
    }

    private void changed(String action, PersonEntity person, @Nullable PersonView before) {
        sessions.forget(person.id);
        changes.fire(new AccessChange(action, KIND, person.id.toString(), before, PersonView.of(person)));
    }

    private PersonEntity find(UUID id) {
        PersonEntity person = store.em().find(PersonEntity.class, id);
        if (person == null) {
            throw new Refusal(SecurityRefusal.PERSON_UNKNOWN);
        }
        return person;
    }

    private Optional<PersonEntity> byEmail(String email) {
        return store.em()
                .createNamedQuery("person.byEmail", PersonEntity.class)
                .setParameter("email", email)
                .getResultStream()
                .findFirst();
    }

    /** Refuses with EMAIL_NOT_VALID. */
    static String normal(String email) {
        String normal = normalEmail(email);
        if (!EMAIL.matcher(normal).matches()) {
            throw new Refusal(SecurityRefusal.EMAIL_NOT_VALID);
        }
        return normal;
    }

    static String normalEmail(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
