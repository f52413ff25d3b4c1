package io.steadfast.platform.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;

/** A file of separated values as an answer, written while it is read: however long it is, little of it is held. */
public final class CsvAnswer {

    /** As a resource says what it produces. */
    public static final String TYPE = "text/csv";

    private CsvAnswer() {}

    /** Writes one line after the other. */
    @FunctionalInterface
    public interface Lines {
        void to(CsvLines lines);
    }

    public static Response of(String fileName, List<String> header, Lines lines) {
        StreamingOutput streamed = out -> {
            try (CsvLines csv = new CsvLines(out, header)) {
                lines.to(csv);
            }
        };
        return Response.ok(streamed, TYPE + "; charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
