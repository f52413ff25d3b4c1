package io.steadfast.designer.faces;

import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.core.ProgramDocument;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a person can undo and redo in each draft, for as long as they are signed in; a refresh of the page loses nothing. */
@Named("edits")
@SessionScoped
public class EditHistoryBean implements Serializable {
    private static final int MOST_STEPS = 40;
    private static final int MOST_DRAFTS = 5;

    @Serial
    private static final long serialVersionUID = 1L;

    private final Map<UUID, Steps> drafts = new HashMap<>();

    /** Documents as text: small, and always what the draft really was. */
    private static final class Steps implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        private final ArrayDeque<String> back = new ArrayDeque<>();
        private final ArrayDeque<String> forth = new ArrayDeque<>();
    }

    private Steps of(UUID draft) {
        if (drafts.size() > MOST_DRAFTS && !drafts.containsKey(draft)) {
            drafts.clear();
        }
        return drafts.computeIfAbsent(draft, absent -> new Steps());
    }

    /** Keeps what stood before a change; what was undone can't be redone any more. */
    synchronized void changed(UUID draft, ProgramDocument before) {
        Steps steps = of(draft);
        keep(steps.back, before);
        steps.forth.clear();
    }

    /** What stood before the last change; the present one can be redone. */
    synchronized Optional<ProgramDocument> undo(UUID draft, ProgramDocument present) {
        Steps steps = of(draft);
        return step(steps.back, steps.forth, present);
    }

    synchronized Optional<ProgramDocument> redo(UUID draft, ProgramDocument present) {
        Steps steps = of(draft);
        return step(steps.forth, steps.back, present);
    }

    private static Optional<ProgramDocument> step(Deque<String> from, Deque<String> to, ProgramDocument present) {
        Optional<ProgramDocument> found = Optional.ofNullable(from.pollLast()).map(ProgramDocumentCodec::read);
        found.ifPresent(document -> keep(to, present));
        return found;
    }

    private static void keep(Deque<String> steps, ProgramDocument document) {
        steps.addLast(ProgramDocumentCodec.write(document));
        if (steps.size() > MOST_STEPS) {
            steps.pollFirst();
        }
    }

    public synchronized boolean canUndo(UUID draft) {
        return !of(draft).back.isEmpty();
    }

    public synchronized boolean canRedo(UUID draft) {
        return !of(draft).forth.isEmpty();
    }
}
