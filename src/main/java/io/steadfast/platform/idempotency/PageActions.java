package io.steadfast.platform.idempotency;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.rest.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * What a page does once. The action's id is made with the page, so a double tap, or another try after an answer was lost,
 * finds what was done instead of doing it again. A refusal isn't kept: the same page may try again.
 */
@ApplicationScoped
public class PageActions {

    @Inject
    private IdempotencyService service;

    @Inject
    private RequestHashes hashes;

    @Inject
    private Json json;

    /** An id for an action that a page offers. */
    public static String newId() {
        return UUID.randomUUID().toString();
    }

    /**
     * Does the effect in a transaction of its own, or answers what it answered before.
     *
     * @param id made with the page; what can't be one is refused
     * @param wish what the action is about; the same id for another wish is refused
     * @param effect answers the id of what was made
     */
    public String once(String id, String wish, Callable<String> effect) {
        String key = "page " + action(id);
        KeyedRequest request = new KeyedRequest(key, hashes.of(wish.getBytes(StandardCharsets.UTF_8)));
        KeptAnswer answer = service.once(request, () -> Answer.ok(effect.call()));
        return json.read(answer.body(), String.class);
    }

    private static UUID action(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException forged) {
            throw FieldErrors.one("action", FieldReason.NOT_AN_ID);
        }
    }
}
