package io.steadfast.imports.rest;

import io.steadfast.imports.core.ImportKind;
import io.steadfast.shared.ProgramCode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The parts of the form as the document shows them; {@link ImportForm} reads them. */
record ImportParts(
        ImportKind kind,

        @Schema(description = "needed for tiers, memberships and orders that make their members")
        Optional<ProgramCode> program,

        @Schema(description = "JSON from our field to the column, or the name of a mapping: CDNOW")
        Optional<String> mapping,

        @Schema(description = "import where it is left out") Optional<String> source,

        @Schema(
                enumeration = {"all", "metrics", "none"},
                description = "of orders")
        Optional<String> effects,

        @Schema(description = "true where it is left out") Optional<Boolean> createMembers,

        Optional<Boolean> dryRun,

        @Schema(format = "binary") String file) {}
