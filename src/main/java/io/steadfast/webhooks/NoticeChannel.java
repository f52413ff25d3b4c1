package io.steadfast.webhooks;

import io.steadfast.platform.outbox.EventAnswered;
import io.steadfast.platform.outbox.OutboxEvent;
import io.steadfast.platform.outbox.OutboxFeed;
import io.steadfast.programs.NoticeDirectory;
import io.steadfast.webhooks.core.Claimed;
import io.steadfast.webhooks.core.Endpoint;
import io.steadfast.webhooks.store.DeliveredTo;
import io.steadfast.webhooks.store.EndpointStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** The endpoints marked as the tenant's notice channel: an answer of theirs counts as a notice the member got. */
@ApplicationScoped
public class NoticeChannel implements NoticeDirectory {

    private static final String TYPE = "points.expiring";

    @Inject
    private EndpointStore endpoints;

    @Inject
    private DeliveredTo delivered;

    @Inject
    private OutboxFeed outbox;

    @Inject
    private Event<EventAnswered> answered;

    @Override
    public boolean hasChannel() {
        return endpoints.all(WebhookService.MOST_ENDPOINTS).stream()
                .anyMatch(endpoint -> endpoint.noticeChannel()
                        && endpoint.status() == Endpoint.Status.ACTIVE
                        && (endpoint.types().isEmpty() || endpoint.types().contains(TYPE)));
    }

    /** Tells of an answer where it counts. */
    void tell(Claimed claimed) {
        if (claimed.body().filter(body -> body.contains(TYPE)).isEmpty()) {
            return;
        }
        OutboxEvent event = outbox.find(claimed.event()).orElseThrow();
        if (event.type().equals(TYPE) && delivered.toNoticeChannel(claimed.delivery())) {
            answered.fire(new EventAnswered(event));
        }
    }
}
