package io.steadfast.imports.core;

/** Where an import stands. */
public enum ImportState {
    /** The file was coming; since files are kept before an import is begun, only imports of earlier versions stand here. */
    RECEIVING,
    /** The file is read. */
    STAGING,
    /** Its rows are taken. */
    RUNNING,
    COMPLETED,
    FAILED
}
