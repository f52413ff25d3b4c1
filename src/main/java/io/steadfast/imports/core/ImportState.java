package io.steadfast.imports.core;

/** Where an import stands. */
public enum ImportState {
    /** The file is coming. */
    RECEIVING,
    /** The file is read. */
    STAGING,
    /** Its rows are taken. */
    RUNNING,
    COMPLETED,
    FAILED
}
