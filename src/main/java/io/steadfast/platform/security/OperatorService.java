package io.steadfast.platform.security;

import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.store.OperatorRows;
import io.steadfast.platform.time.RealClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The people who run the platform. All of them may do the same. A change counts on every node within 5 s. Whatever changes somebody
 * refuses NOT_PERMITTED everybody but operators, with a session or a platform key, and the product's own work.
 */
@ApplicationScoped
public class OperatorService {

    private static final Duration INVITATION = Duration.ofDays(7);

    @Inject
    private Passwords passwords;

    @Inject
    private OperatorRows rows;

    @Inject
    private OperatorsInSession sessions;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private RealClock clock;

    @Inject
    private Event<OperatorChange> changes;

    /**
     * Adds an operator who has no password yet; {@link #invite} gives them the way to one. Refuses with EMAIL_NOT_VALID,
     * EMAIL_TAKEN.
     */
    public OperatorView create(String email, String name) {
        mustOperate();
        String normal = PersonService.normal(email);
        UUID id = Ids.next();
        if (byEmail(normal).isPresent()) {
            throw new Refusal(SecurityRefusal.EMAIL_TAKEN);
        }
        changes.fire(new OperatorChange("operator.created", id));
        if (!rows.add(id, normal, name.strip(), clock.now())) {
            throw new Refusal(SecurityRefusal.EMAIL_TAKEN);
        }
        return view(id);
    }

    /** Makes a fresh one-time invitation, good for 7 days; an earlier one ends. Refuses with PERSON_UNKNOWN. */
    public OperatorInvitation invite(UUID id) {
        changing("operator.invited", id);
        String token = Secrets.random();
        Instant until = clock.now().plus(INVITATION);
        rows.invite(id, Secrets.hash(token), until);
        return new OperatorInvitation(id, token, until);
    }

    /** The operator an invitation is for. Refuses with INVITATION_NOT_VALID. */
    public OperatorView invited(String token) {
        return rows.invited(Secrets.hash(token), clock.now())
                .map(OperatorView::of)
                .orElseThrow(() -> new Refusal(SecurityRefusal.INVITATION_NOT_VALID));
    }

    /**
     * Uses an invitation up: the operator has this password from now on and every session of theirs ends. Refuses with
     * INVITATION_NOT_VALID, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG.
     */
    public OperatorView accept(String token, String password) {
        OperatorView operator = invited(token);
        Passwords.check(password);
        if (!rows.accept(Secrets.hash(token), clock.now(), passwords.hashed(password))) {
            throw new Refusal(SecurityRefusal.INVITATION_NOT_VALID);
        }
        sessions.forget(operator.id());
        return operator;
    }

    /** Gives a password that was drawn at random, without an invitation: for the demo. Refuses with PERSON_UNKNOWN, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG. */
    public void setInitialPassword(UUID id, String password) {
        Passwords.check(password);
        changing("operator.password_set", id);
        rows.setPassword(id, passwords.hashedDrawn(password));
        sessions.forget(id);
    }

    /** Locks an operator out for good; their sessions and their link end. Refuses with PERSON_UNKNOWN, LAST_OPERATOR. */
    public void deactivate(UUID id) {
        changing("operator.deactivated", id);
        if (!rows.deactivate(id)) {
            throw new Refusal(SecurityRefusal.LAST_OPERATOR);
        }
        sessions.forget(id);
    }

    /** Takes {@link #deactivate} back. Refuses with PERSON_UNKNOWN. */
    public void activate(UUID id) {
        changing("operator.activated", id);
        rows.activate(id);
        sessions.forget(id);
    }

    /** Ends every session of the operator. Refuses with PERSON_UNKNOWN. */
    public void signOutEverywhere(UUID id) {
        changing("operator.signed_out_everywhere", id);
        rows.signOut(id);
        sessions.forget(id);
    }

    /** By name; at most 1,000. */
    public List<OperatorView> all() {
        mustOperate();
        return rows.all().stream().map(OperatorView::of).toList();
    }

    /** Whoever has this e-mail. */
    public Optional<OperatorView> byEmail(String email) {
        mustOperate();
        return rows.byEmail(PersonService.normalEmail(email)).map(OperatorView::of);
    }

    /** The operator of this id. Refuses with PERSON_UNKNOWN. */
    public OperatorView get(UUID id) {
        mustOperate();
        return view(id);
    }

    /** Those after the given one, the longest known first, at most so many. */
    public List<OperatorView> page(Optional<UUID> after, int most) {
        mustOperate();
        return rows.page(after, most).stream().map(OperatorView::of).toList();
    }

    private void changing(String action, UUID id) {
        mustOperate();
        view(id);
        changes.fire(new OperatorChange(action, id));
    }

    private OperatorView view(UUID id) {
        return rows.find(id).map(OperatorView::of).orElseThrow(() -> new Refusal(SecurityRefusal.PERSON_UNKNOWN));
    }

    /** Closed by default: nobody in hand is nobody who may. */
    private void mustOperate() {
        boolean may = currentActor
                .known()
                .filter(actor -> actor.kind() == Actor.Kind.OPERATOR || actor.kind() == Actor.Kind.JOB)
                .isPresent();
        if (!may) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }
}
