package io.steadfast.designer.faces;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing of a program as the workspace shows it: its name, its sentences, switches below them, and what stands behind
 * "•••".
 *
 * @param path of the thing in the document; what the checks say at or below it is shown here
 */
public record Block(
        String code,
        String path,
        Optional<Value> name,
        List<Sentence> sentences,
        List<Switches> switches,
        List<Sentence> more,
        List<Act> acts,
        List<Act> adds) {

    public Block {
        sentences = List.copyOf(sentences);
        switches = List.copyOf(switches);
        more = List.copyOf(more);
        acts = List.copyOf(acts);
        adds = List.copyOf(adds);
    }

    /** Several switches under one heading. */
    public record Switches(String label, List<Act> acts) {

        public Switches {
            acts = List.copyOf(acts);
        }
    }

    public boolean hasMore() {
        return !more.isEmpty() || !acts.isEmpty() || !adds.isEmpty();
    }

    /** Collects a block's parts. */
    static final class Builder {
        private final String code;
        private final String path;
        private Optional<Value> name = Optional.empty();
        private final List<Sentence> sentences = new ArrayList<>();
        private final List<Switches> switches = new ArrayList<>();
        private final List<Sentence> more = new ArrayList<>();
        private final List<Act> acts = new ArrayList<>();
        private final List<Act> adds = new ArrayList<>();

        Builder(String code, String path) {
            this.code = code;
            this.path = path;
        }

        Builder name(Value value) {
            name = Optional.of(value);
            return this;
        }

        Builder say(Sentence sentence) {
            sentences.add(sentence);
            return this;
        }

        Builder switches(String label, List<Act> several) {
            switches.add(new Switches(label, several));
            return this;
        }

        Builder more(Sentence sentence) {
            more.add(sentence);
            return this;
        }

        Builder act(Act act) {
            acts.add(act);
            return this;
        }

        Builder add(Act act) {
            adds.add(act);
            return this;
        }

        Block done() {
            return new Block(code, path, name, sentences, switches, more, acts, adds);
        }
    }
}
