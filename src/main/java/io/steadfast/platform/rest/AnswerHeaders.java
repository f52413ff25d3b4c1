package io.steadfast.platform.rest;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The headers of answers, each described once for the whole document and named at the answers that carry it. */
final class AnswerHeaders {

    private static final String RETRY_AFTER = "Retry-After";
    private static final String REPLAYED = "Idempotent-Replayed";
    private static final String WWW_AUTHENTICATE = "WWW-Authenticate";
    private static final List<String> LIMITS = List.of("RateLimit", "RateLimit-Policy");

    private static final Map<String, String> MEANINGS = meanings();

    /** Without these an answer isn't what the document says; the others depend on the moment. */
    private static final Set<String> ALWAYS =
            Set.of(RequestIds.HEADER, Sends.ETAG, Sends.LOCATION, Sends.DRAFT_ID, WWW_AUTHENTICATE);

    /** Answers that tell when another try is worth it. */
    private static final Set<String> LATER = Set.of("409", "429");

    /** Refusals that are kept under their key and given again. */
    private static final Set<String> KEPT = Set.of("409", "410", "422");

    private static final Set<String> MADE = Set.of("201", "202");
    private static final String NO_KEY = "401";
    private static final String OF_TENANTS = "/api/v1/";

    private AnswerHeaders() {}

    private static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put(
                RequestIds.HEADER,
                "The call's own, or one made for it; it stands in every line that the server logs of the call");
        meanings.put(
                "RateLimit", "The nearer limit, calls left, and seconds until it is full again: \"key\";r=59999;t=1");
        meanings.put(
                "RateLimit-Policy", "The limits of a key and of its tenant, calls in seconds: \"key\";q=60000;w=60");
        meanings.put(RETRY_AFTER, "Seconds after which another try may be answered otherwise");
        meanings.put(REPLAYED, "true where this is the answer that was given to the first call");
        meanings.put(WWW_AUTHENTICATE, "Bearer");
        meanings.put(Sends.ETAG, "The version shown; If-Match names the one that a change was made on");
        meanings.put(Sends.LOCATION, "Where what was made or begun can be read");
        meanings.put(Sends.DRAFT_ID, "Which of several drafts it is; ?id= names it");
        return meanings;
    }

    static void describe(OpenAPI document) {
        MEANINGS.forEach((name, meaning) -> document.getComponents()
                .addHeader(
                        name,
                        OASFactory.createHeader()
                                .description(meaning)
                                .required(ALWAYS.contains(name))
                                .schema(OASFactory.createSchema()
                                        .type(
                                                name.equals(RETRY_AFTER)
                                                        ? Schema.SchemaType.INTEGER
                                                        : Schema.SchemaType.STRING))));
    }

    /** Names the headers of each of a call's answers, which are complete by then. */
    static void describe(String path, Operation operation, Optional<Method> method) {
        List<String> own = method.map(said -> said.getAnnotation(Sends.class))
                .map(sends -> List.of(sends.value()))
                .orElse(List.of());
        boolean keyed =
                method.map(said -> said.isAnnotationPresent(OncePerKey.class)).orElse(false);
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            List<String> names = new ArrayList<>(List.of(RequestIds.HEADER));
            boolean done = status.startsWith("2");
            if (path.startsWith(OF_TENANTS) && !status.equals(NO_KEY)) {
                names.addAll(LIMITS);
            }
            if (status.equals(NO_KEY)) {
                names.add(WWW_AUTHENTICATE);
            }
            if (LATER.contains(status)) {
                names.add(RETRY_AFTER);
            }
            if (keyed && (done || KEPT.contains(status))) {
                names.add(REPLAYED);
            }
            own.stream().filter(name -> done && isWith(name, status)).forEach(names::add);
            names.forEach(name -> answer.addHeader(name, reference(name)));
        });
    }

    private static boolean isWith(String name, String status) {
        return !name.equals(Sends.LOCATION) || MADE.contains(status);
    }

    private static Header reference(String name) {
        return OASFactory.createHeader().ref("#/components/headers/" + name);
    }
}
