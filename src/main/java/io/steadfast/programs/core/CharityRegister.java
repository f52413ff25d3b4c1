package io.steadfast.programs.core;

import java.util.Set;

/**
 * Those charities of a tenant that a document is held against. A document alone can't tell whether a code is known.
 *
 * @param open charities that take donations
 * @param closed charities that took some once
 */
public record CharityRegister(Set<CharityCode> open, Set<CharityCode> closed) {

    public CharityRegister {
        open = Set.copyOf(open);
        closed = Set.copyOf(closed);
    }

    boolean knows(CharityCode code) {
        return open.contains(code) || closed.contains(code);
    }
}
