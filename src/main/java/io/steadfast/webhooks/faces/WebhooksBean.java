package io.steadfast.webhooks.faces;

import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.webhooks.WebhookService;
import io.steadfast.webhooks.core.Delivery;
import io.steadfast.webhooks.core.Endpoint;
import io.steadfast.webhooks.core.EndpointWish;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page console/webhooks: endpoints with their deliveries. A secret is shown in the answer to its making and never again. */
@Named("webhooks")
@RequestScoped
public class WebhooksBean {

    private static final int DELIVERIES = 50;

    @Inject
    private WebhookService service;

    @Inject
    private FrameBean frame;

    @Inject
    private PageTexts t;

    @Inject
    private HttpServletRequest request;

    private String url = "";
    private String description = "";
    private boolean notices;
    private String secret = "";
    private @Nullable List<Endpoint> all;
    private @Nullable List<Delivery> deliveries;

    public List<Endpoint> getAll() {
        if (all == null) {
            mustEdit();
            all = service.list();
        }
        return all;
    }

    /** The endpoint whose deliveries are shown: the one the address names, else the first. */
    public Optional<Endpoint> getShown() {
        String named = Optional.ofNullable(request.getParameter("endpoint")).orElse("");
        return getAll().stream()
                .filter(one -> one.id().toString().equals(named))
                .findFirst()
                .or(() -> getAll().stream().findFirst());
    }

    /** What was sent there, the latest first. */
    public List<Delivery> getDeliveries() {
        if (deliveries == null) {
            deliveries = getShown()
                    .map(one -> service.deliveries(one.id(), Optional.empty(), Optional.empty(), DELIVERIES))
                    .orElse(List.of());
        }
        return deliveries;
    }

    public void create() {
        mustEdit();
        secret = service.create(new EndpointWish(url, description, Set.of(), Endpoint.Status.ACTIVE, notices))
                .secret();
        url = "";
        description = "";
        all = null;
    }

    public void rotate(UUID id) {
        mustEdit();
        secret = service.rotate(id).secret();
        all = null;
    }

    /** Pauses an endpoint, or lets it go on. */
    public void turn(UUID id) {
        mustEdit();
        Endpoint one = service.find(id);
        Endpoint.Status status =
                one.status() == Endpoint.Status.ACTIVE ? Endpoint.Status.PAUSED : Endpoint.Status.ACTIVE;
        service.change(
                id,
                one.version(),
                new EndpointWish(one.url(), one.description(), one.types(), status, one.noticeChannel()));
        all = null;
    }

    public void remove(UUID id) {
        mustEdit();
        service.remove(id);
        all = null;
        deliveries = null;
    }

    /** Sends an event once more. */
    public void again(UUID delivery) {
        mustEdit();
        service.redeliver(delivery);
        deliveries = null;
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, t.text("webhooks", "sent_again"), null));
    }

    /** The last try's answer in words. */
    public String answer(Delivery delivery) {
        return delivery.log().stream()
                .findFirst()
                .map(attempt -> attempt.httpStatus().map(String::valueOf).orElse("")
                        + attempt.trouble()
                                .map(code -> " " + t.orCode("webhooks", "trouble", code))
                                .orElse(""))
                .orElse("");
    }

    public String tone(Delivery delivery) {
        return switch (delivery.status()) {
            case DELIVERED -> "gain";
            case PENDING -> "when";
            case DEAD -> "danger";
        };
    }

    private void mustEdit() {
        if (!frame.may("KEYS_EDIT")) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }

    /** The secret just made; empty otherwise. */
    public String getSecret() {
        return secret;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url.strip();
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description.strip();
    }

    public boolean isNotices() {
        return notices;
    }

    public void setNotices(boolean notices) {
        this.notices = notices;
    }
}
