package io.steadfast.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks the product itself whether it can serve. While tenants are migrated the answer is no; what the war can't start
 * with it leaves in the system property {@code steadfast.start.refused}, as one line.
 */
final class Readiness {

    static final String REFUSED = "steadfast.start.refused";

    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration ONE_CALL = Duration.ofSeconds(10);

    private Readiness() {}

    static Optional<String> refusal() {
        return Optional.ofNullable(System.getProperty(REFUSED));
    }

    static void await(URI product) throws StartRefused, InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(ONE_CALL).build();
        HttpRequest question = HttpRequest.newBuilder(product.resolve("/health/ready"))
                .timeout(ONE_CALL)
                .build();
        for (long waited = 0; waited < LIMIT.toMillis(); waited += PAUSE.toMillis()) {
            if (refusal().isPresent()) {
                throw new StartRefused(refusal().get());
            }
            if (isOk(client, question)) {
                return;
            }
            Thread.sleep(PAUSE.toMillis());
        }
        throw new StartRefused("Steadfast wasn't ready within " + LIMIT.toMinutes() + " minutes.");
    }

    private static boolean isOk(HttpClient client, HttpRequest question) throws InterruptedException {
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
