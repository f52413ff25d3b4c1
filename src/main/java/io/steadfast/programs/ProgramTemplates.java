package io.steadfast.programs;

import io.steadfast.programs.core.ProgramBasics;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.ProgramCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The named programs that a marketer starts from. */
public final class ProgramTemplates {

    private static final List<String> NAMES =
            List.of("P1", "P2", "P3", "P4", "P5", "P7", "P10", "P11", "P12", "P14", "CDNOW");

    private ProgramTemplates() {}

    /** Their names, as in {@code P2}, in the order they are offered. */
    public static List<String> names() {
        return NAMES;
    }

    /** A template's document; empty for a name that isn't one. */
    public static Optional<ProgramDocument> find(String name) {
        return NAMES.contains(name) ? Optional.of(ProgramDocumentCodec.read(bytes(name))) : Optional.empty();
    }

    /** A template's document for a program of this code. */
    public static Optional<ProgramDocument> find(String name, ProgramCode code) {
        return find(name).map(document -> withCode(document, code));
    }

    private static ProgramDocument withCode(ProgramDocument document, ProgramCode code) {
        ProgramBasics basics = document.basics();
        ProgramBasics renamed = new ProgramBasics(
                code,
                basics.name(),
                basics.kind(),
                basics.zone(),
                basics.currency(),
                basics.accepted(),
                basics.grossMarginPercent(),
                basics.lookBackDays(),
                basics.description());
        return document.withBasics(renamed);
    }

    private static byte[] bytes(String name) {
        String path = "/templates/" + name + ".json";
        try (InputStream stream = ProgramTemplates.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("The template isn't in the archive: " + path);
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
