package io.steadfast.webhooks.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.webhooks.WebhookAddress;
import io.steadfast.webhooks.core.Endpoint;
import io.steadfast.webhooks.core.EndpointWish;
import io.steadfast.webhooks.core.EventType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An endpoint as it is wanted.
 *
 * @param url {@code https://…}, without user and password
 * @param eventTypes empty or left out means every type
 * @param status left out means active
 */
public record EndpointRequest(
        String url,
        Optional<String> description,
        Optional<List<String>> eventTypes,
        Optional<Endpoint.Status> status,
        Optional<Boolean> noticeChannel) {

    private static final int MOST_DESCRIPTION = 200;

    /** Refuses (400) an address that can't be called and types that there aren't. */
    EndpointWish checked() {
        if (url.length() > WebhookAddress.MOST) {
            throw FieldErrors.one("url", FieldReason.TOO_LONG, Map.of("most", WebhookAddress.MOST));
        }
        if (description.filter(text -> text.length() > MOST_DESCRIPTION).isPresent()) {
            throw FieldErrors.one("description", FieldReason.TOO_LONG, Map.of("most", MOST_DESCRIPTION));
        }
        List<String> types = eventTypes.orElse(List.of());
        for (int i = 0; i < types.size(); i++) {
            if (!EventType.ALL.contains(types.get(i))) {
                throw FieldErrors.one("eventTypes[" + i + "]", FieldReason.NOT_VALID);
            }
        }
        return new EndpointWish(
                address().toString(),
                description.map(String::strip).orElse(""),
                Set.copyOf(types),
                status.orElse(Endpoint.Status.ACTIVE),
                noticeChannel.orElse(false));
    }

    private URI address() {
        return WebhookAddress.read(url).orElseThrow(() -> FieldErrors.one("url", FieldReason.NOT_VALID));
    }
}
