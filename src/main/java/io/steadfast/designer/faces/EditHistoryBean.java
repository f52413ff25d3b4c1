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
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * What a person can undo and redo in each draft, for as long as they are signed in; a refresh of the page loses nothing. Their edits are
 * made one after the other, and none twice: a page that didn't hear of the answer sends it again.
 */
@Named("edits")
@SessionScoped
public class EditHistoryBean implements Serializable {
    private static final int MOST_STEPS = 40;
    private static final int MOST_DRAFTS = 5;

    /** More than a page keeps unsent. */
    private static final int MOST_NAMES = 500;

    @Serial
    private static final long serialVersionUID = 1L;

    private final Map<UUID, Steps> drafts = new HashMap<>();
    private final LinkedHashSet<String> made = new LinkedHashSet<>();

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

    /**
     * Makes an edit unless the one of that name was made before; one without a name is always made.
     *
     * @param edit whether it was made; one that met somebody else's wasn't, and may come again
     */
    synchronized void once(String name, BooleanSupplier edit) {
        if (!made.contains(name)) {
            if (edit.getAsBoolean() && !name.isEmpty()) {
                made.add(name);
            }
            if (made.size() > MOST_NAMES) {
                made.remove(made.iterator().next());
            }
        }
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
