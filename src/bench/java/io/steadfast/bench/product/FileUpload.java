package io.steadfast.bench.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Sends a file to be taken in bulk and waits for the end, as a system does that moves in. */
public final class FileUpload {

    private static final Duration MOST = Duration.ofHours(3);
    private static final String BOUNDARY = "----the-next-part";

    private final Brand brand;

    public FileUpload(Brand brand) {
        this.brand = brand;
    }

    /** Returns when each row is taken; throws where one isn't. */
    public long take(Path file, Map<String, String> form, long rows) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:" + brand.product().port() + "/api/v1/imports"))
                                .header("Authorization", "Bearer " + brand.key())
                                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> parts(file, form)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        String job = Brand.json(answer.body()).path("id").asText();
        if (!Waiting.until(MOST, () -> isOver(job, rows))) {
            throw new IllegalStateException("The file isn't taken");
        }
        return rows;
    }

    private boolean isOver(String job, long rows) {
        JsonNode state = Brand.json(brand.get("/jobs/" + job));
        String status = state.path("status").asText();
        boolean whole =
                state.path("done").asLong() == rows && state.path("failed").asLong() == 0;
        if (status.equals("failed") || status.equals("completed") && !whole) {
            throw new IllegalStateException("Not taken: " + state);
        }
        return status.equals("completed");
    }

    private static InputStream parts(Path file, Map<String, String> form) {
        StringBuilder before = new StringBuilder();
        form.forEach((name, value) -> before.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        before.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"rows.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n");
        try {
            return new SequenceInputStream(
                    text(before.toString()),
                    new SequenceInputStream(Files.newInputStream(file), text("\r\n--" + BOUNDARY + "--\r\n")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
