package io.steadfast.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.platform.outbox.EventAnswered;
import io.steadfast.platform.outbox.OutboxEvent;
import io.steadfast.platform.rest.Json;
import io.steadfast.shared.WalletCode;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;

/** Takes the answer of the tenant's notice channel as the notice it is. */
@ApplicationScoped
class NoticeAnswers {

    @EJB
    private NoticeService notices;

    @Inject
    private Json json;

    void answered(@Observes EventAnswered answer) {
        OutboxEvent event = answer.event();
        event.member().ifPresent(member -> {
            JsonNode asked = payload(event);
            notices.answered(
                    member,
                    new WalletCode(asked.path("wallet").asText()),
                    Instant.parse(asked.path("expiresAt").asText()),
                    event.happenedAt());
        });
    }

    private JsonNode payload(OutboxEvent event) {
        try {
            return json.mapper().readTree(event.payload());
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("An event of ours isn't JSON: " + event.id(), ours);
        }
    }
}
