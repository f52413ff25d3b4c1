package io.steadfast.launcher;

/** A start that can't go on. The message is the one line that the operator reads; the process ends with exit code 1. */
final class StartRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String line;

    StartRefused(String line) {
        super(line);
        this.line = line;
    }

    String line() {
        return line;
    }
}
