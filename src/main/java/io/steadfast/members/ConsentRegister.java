package io.steadfast.members;

import io.steadfast.members.store.ConsentReader;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

/** Which purposes a member agrees to. */
@ApplicationScoped
public class ConsentRegister {

    @Inject
    private ConsentReader consents;

    /**
     * The purposes whose latest answer, on whatever channel, is yes at an instant: who takes a purpose back on one channel
     * takes it back. Read in one round trip with whatever else is asked by the time it is needed.
     */
    public Supplier<Set<String>> ask(MemberId member, Instant at) {
        return consents.ask(member, at);
    }
}
