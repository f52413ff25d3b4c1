package io.steadfast.platform.security;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.store.CodeLists;
import io.steadfast.platform.security.store.PersonEntity;
import io.steadfast.platform.security.store.PersonTillRows;
import io.steadfast.shared.MemberId;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** People at tills: their number and PIN, which member they are, and a second person's word for what one alone may not do. */
@Stateless
public class TillPeopleService {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final Pattern PIN = Pattern.compile("[0-9]{4,8}");
    private static final String KIND = "person";

    @Inject
    private Passwords hashes;

    @Inject
    private TenantStore store;

    @Inject
    private PersonTillRows rows;

    @Inject
    private PinCheck pins;

    @Inject
    private PasswordCheck passwords;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Event<AccessChange> changes;

    /**
     * What somebody has at a till.
     *
     * @param number by which they sign in; empty where they have none
     * @param member the member they are themselves
     */
    public record AtTill(UUID person, Optional<String> number, Optional<MemberId> member) {}

    /** What the trail keeps of a number. */
    private record Numbered(String number) {}

    /** What the trail keeps of a link. */
    private record Linked(Optional<MemberId> member) {}

    /** Everybody who has something at a till. */
    public List<AtTill> all() {
        return rows.all().stream().map(TillPeopleService::seen).toList();
    }

    private static AtTill seen(PersonTillRows.Row row) {
        return new AtTill(row.person(), row.number(), row.member().map(MemberId::new));
    }

    /**
     * Gives a person a number of 1 to 6 and a PIN of 4 to 8 digits; an earlier pair ends. Refuses PERSON_UNKNOWN,
     * NOT_PERMITTED, NOT_YOUR_PERSON where the one who gives it is held to stores and the other isn't to some of these or may do
     * more than they, PIN_NOT_VALID, NUMBER_TAKEN.
     */
    public void setPin(UUID id, String number, String pin) {
        PersonEntity person = ofMine(id);
        String wanted = number.strip();
        boolean plain = pin.chars().distinct().count() == 1;
        if (!NUMBER.matcher(wanted).matches() || !PIN.matcher(pin).matches() || plain) {
            throw new Refusal(SecurityRefusal.PIN_NOT_VALID);
        }
        if (rows.lock(wanted).filter(row -> !row.person().equals(person.id)).isPresent()) {
            throw new Refusal(SecurityRefusal.NUMBER_TAKEN);
        }
        rows.keepPin(person.id, wanted, hashes.hashed(pin));
        changes.fire(new AccessChange("person.pin_set", KIND, person.id.toString(), null, new Numbered(wanted)));
    }

    /**
     * Says which member a person is, whom they can't serve then; empty takes it back. Refuses as {@link #setPin} does, and
     * NOT_YOUR_PERSON for one's own link where one doesn't look after people.
     */
    public void link(UUID id, Optional<MemberId> member) {
        PersonEntity person = ofMine(id);
        Actor actor = currentActor.actor();
        if (id.toString().equals(actor.id()) && !actor.may(Permission.PEOPLE_EDIT)) {
            throw new Refusal(SecurityRefusal.NOT_YOUR_PERSON);
        }
        Optional<MemberId> before =
                rows.find(person.id).flatMap(PersonTillRows.Row::member).map(MemberId::new);
        rows.keepMember(person.id, member.map(MemberId::value));
        changes.fire(new AccessChange(
                "person.member_linked", KIND, person.id.toString(), new Linked(before), new Linked(member)));
    }

    /**
     * The second person whose number and PIN, or e-mail and password, these are. Wrong tries count as at sign-in. Refuses
     * APPROVAL_WRONG, and the one who asks for themselves.
     */
    public Actor approver(String who, String secret) {
        SessionPerson.By by = who.contains("@") ? SessionPerson.By.PASSWORD : SessionPerson.By.PIN;
        PasswordCheck.Verdict verdict =
                by == SessionPerson.By.PASSWORD ? passwords.check(who, secret) : pins.check(who, secret);
        return verdict.person()
                .map(person -> PeopleInSession.narrowed(PeopleInSession.actor(person), by))
                .filter(actor -> !actor.id().equals(currentActor.actor().id()))
                .orElseThrow(() -> new Refusal(SecurityRefusal.APPROVAL_WRONG));
    }

    private PersonEntity ofMine(UUID id) {
        Actor actor = currentActor.actor();
        actor.must(Permission.TILLS_EDIT);
        PersonEntity person = store.em().find(PersonEntity.class, id);
        if (person == null) {
            throw new Refusal(SecurityRefusal.PERSON_UNKNOWN);
        }
        Set<String> mine = actor.stores();
        Set<String> theirs = CodeLists.read(person.stores);
        boolean elsewhere = !mine.isEmpty() && (theirs.isEmpty() || !mine.containsAll(theirs));
        boolean above = actor.kind() == Actor.Kind.PERSON
                && !actor.permissions()
                        .containsAll(PeopleInSession.actor(person).permissions());
        if (elsewhere || above) {
            throw new Refusal(SecurityRefusal.NOT_YOUR_PERSON);
        }
        return person;
    }
}
