package io.steadfast.platform.tenancy;

/**
 * Why the product can't start on this database, in one line an operator understands. The line also goes to the system property
 * {@value #PROPERTY}: the launcher prints it and ends the process with exit code 1.
 */
public final class StartRefused extends IllegalStateException {

    public static final String PROPERTY = "steadfast.start.refused";

    private static final long serialVersionUID = 1L;

    StartRefused(String line) {
        super(line);
        System.setProperty(PROPERTY, line);
    }

    StartRefused(String line, Exception cause) {
        super(line, cause);
        System.setProperty(PROPERTY, line);
    }
}
