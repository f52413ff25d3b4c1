package io.steadfast.platform.refusals;

import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.Optional;

/** Knows whom a request is about, and that work without a request is about nobody. */
@ApplicationScoped
public class Concern {

    @Inject
    private Concerned concerned;

    public void is(MemberId whose) {
        try {
            concerned.is(whose);
        } catch (ContextNotActiveException job) {
            // A job answers nobody: what it is refused goes to its log.
        }
    }

    /** Whom a refusal is about: whom it names, else whom the request is about. */
    public Optional<MemberId> of(Refusal refusal) {
        return refusal.member().or(this::member);
    }

    private Optional<MemberId> member() {
        try {
            return concerned.member();
        } catch (ContextNotActiveException job) {
            return Optional.empty();
        }
    }
}
