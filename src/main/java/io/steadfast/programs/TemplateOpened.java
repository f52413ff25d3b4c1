package io.steadfast.programs;

import io.steadfast.programs.core.ProgramDocument;

/**
 * A program was begun from a template. Whoever keeps what the template names and the tenant lacks, as its charities,
 * observes this and adds it, so that the program can be published as it is.
 */
public record TemplateOpened(ProgramDocument document) {}
