package io.steadfast.accrual.core;

import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An activity that somebody looks at, because it can't be believed at once.
 *
 * @param id of the review
 * @param doubts by program: those that don't believe it
 * @param promised points that wait for the decision, or waited for it
 * @param decided empty while it waits
 */
public record ActivityReview(
        UUID id,
        Activity activity,
        List<ProgramDoubts> doubts,
        List<Promised> promised,
        State state,
        Instant openedAt,
        Optional<Decided> decided) {

    public ActivityReview {
        doubts = List.copyOf(doubts);
        promised = List.copyOf(promised);
    }

    /** What one program has against it. */
    public record ProgramDoubts(ProgramCode program, List<Doubt> doubts) {

        public ProgramDoubts {
            doubts = List.copyOf(doubts);
        }
    }

    /** Points of one rule. */
    public record Promised(ProgramCode program, Receipt.Granted granted) {}

    /**
     * How it ended.
     *
     * @param by the person's name or the key's label
     * @param reason in their words
     */
    public record Decided(Instant at, String by, String reason) {}

    /** Where it stands. */
    public enum State {
        WAITING,
        APPROVED,
        REJECTED
    }

    /** What somebody says of it. */
    public enum Decision {
        /** It is believed: its points become usable. */
        APPROVE(State.APPROVED),
        /** It isn't: its points are taken back. */
        REJECT(State.REJECTED);

        private final State leadsTo;

        Decision(State leadsTo) {
            this.leadsTo = leadsTo;
        }

        public State leadsTo() {
            return leadsTo;
        }
    }
}
