package io.steadfast.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The one actor a thread works for, and from where. Filled at the door or by the job runner, and emptied by the same. */
@ApplicationScoped
public class CurrentActor {

    private record Held(Actor actor, String address) {}

    private final ThreadLocal<Held> inHand = new ThreadLocal<>();

    /**
     * The actor in hand.
     *
     * @throws IllegalStateException when there is none
     */
    public Actor actor() {
        return known().orElseThrow(() -> new IllegalStateException("Nobody is acting"));
    }

    public Optional<Actor> known() {
        return Optional.ofNullable(inHand.get()).map(Held::actor);
    }

    /** The network address the actor calls from; {@code local} for a job. */
    public String address() {
        return Optional.ofNullable(inHand.get()).map(Held::address).orElse("local");
    }

    /** Does the work for this actor, calling from this address, then puts back who was there before. */
    public <T> T call(Actor actor, String address, Callable<T> work) throws Exception {
        Optional<Held> before = Optional.ofNullable(inHand.get());
        inHand.set(new Held(actor, address));
        try {
            return work.call();
        } finally {
            before.ifPresentOrElse(inHand::set, inHand::remove);
        }
    }
}
