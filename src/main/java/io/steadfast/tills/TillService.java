package io.steadfast.tills;

import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.OneTimeSecrets;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.time.RealClock;
import io.steadfast.tills.core.Till;
import io.steadfast.tills.core.TillLock;
import io.steadfast.tills.core.TillRefusal;
import io.steadfast.tills.store.TillLockRows;
import io.steadfast.tills.store.TillRows;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The door of tills: a manager makes one of a browser, once. */
@Stateless
public class TillService {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int LONGEST_NAME = 60;

    /** Marking each look at a till would make its row hot. */
    private static final Duration SELDOM = Duration.ofMinutes(5);

    @Inject
    private TillRows tills;

    @Inject
    private TillLockRows locks;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private AuditTrail audit;

    @Inject
    private RealClock clock;

    /**
     * A till to be.
     *
     * @param store the store's code
     * @param name by which people tell the store's tills apart
     * @param source under which the till itself reports its orders
     */
    public record Wish(String store, String name, String source) {}

    /** A till just made; the secret goes into its browser's cookie and nowhere else. */
    public record Registered(Till till, String secret) {

        /** Without the secret, should it ever reach a log. */
        @Override
        public String toString() {
            return "Registered[" + till.id() + "]";
        }
    }

    /** Makes a till. Refuses NOT_PERMITTED, NOT_YOUR_STORE, TILL_NOT_VALID. */
    public Registered register(Wish wish) {
        Actor actor = currentActor.actor();
        actor.must(Permission.TILLS_EDIT);
        boolean valid = CODE.matcher(wish.store()).matches()
                && CODE.matcher(wish.source()).matches()
                && !wish.name().isBlank()
                && wish.name().length() <= LONGEST_NAME;
        if (!valid) {
            throw new Refusal(TillRefusal.TILL_NOT_VALID);
        }
        mustServe(actor, wish.store());
        Till till = new Till(
                Ids.next(),
                wish.store(),
                wish.name().strip(),
                wish.source(),
                clock.now(),
                actor.name(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        String secret = OneTimeSecrets.token();
        tills.add(till, OneTimeSecrets.hash(secret));
        audit.record("till.registered", "till", till.id().toString(), null, till);
        return new Registered(till, secret);
    }

    /** The till of this secret, as long as it stands. */
    public Optional<Till> identified(String secret) {
        Optional<Till> found = tills.bySecret(OneTimeSecrets.hash(secret)).filter(Till::stands);
        Instant now = clock.now();
        found.filter(till -> till.lastUsedAt()
                        .map(at -> at.plus(SELDOM).isBefore(now))
                        .orElse(true))
                .ifPresent(till -> tills.used(till.id(), now));
        return found;
    }

    /** Those of the stores the person is there for. Refuses NOT_PERMITTED. */
    public List<Till> all() {
        Actor actor = currentActor.actor();
        actor.must(Permission.TILLS_EDIT);
        return tills.all().stream()
                .filter(till -> actor.servesStore(till.store()))
                .toList();
    }

    /** Makes a till a mere browser again. Refuses NOT_PERMITTED, TILL_UNKNOWN, NOT_YOUR_STORE. */
    public void retire(UUID id) {
        Actor actor = currentActor.actor();
        actor.must(Permission.TILLS_EDIT);
        Till till = tills.find(id).orElseThrow(() -> new Refusal(TillRefusal.TILL_UNKNOWN));
        mustServe(actor, till.store());
        tills.retire(id, clock.now());
        audit.record("till.retired", "till", id.toString(), till, null);
    }

    /** Whether PINs are refused at it just now. */
    public boolean isLocked(Till till) {
        return till.lockedUntil().filter(clock.now()::isBefore).isPresent();
    }

    /** Opens a till that too many wrong PINs have locked. Refuses NOT_PERMITTED, TILL_UNKNOWN, NOT_YOUR_STORE. */
    public void unlock(UUID id) {
        Actor actor = currentActor.actor();
        actor.must(Permission.TILLS_EDIT);
        Till till = tills.find(id).orElseThrow(() -> new Refusal(TillRefusal.TILL_UNKNOWN));
        mustServe(actor, till.store());
        locks.keep(id, TillLock.OPEN);
        audit.record("till.unlocked", "till", id.toString(), till, null);
    }

    private static void mustServe(Actor actor, String store) {
        if (!actor.servesStore(store)) {
            throw new Refusal(TillRefusal.NOT_YOUR_STORE);
        }
    }
}
