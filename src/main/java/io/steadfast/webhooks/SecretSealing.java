package io.steadfast.webhooks;

import io.steadfast.platform.jobs.DueWork;
import io.steadfast.platform.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/** Brings every secret under the operator's present key: at the start, after a change of keys, and from before there was one. */
@ApplicationScoped
public class SecretSealing implements DueWork {

    private static final Logger LOG = Logger.getLogger(SecretSealing.class.getName());

    @Inject
    private WebhookService webhooks;

    @Inject
    private CurrentTenant tenant;

    @Override
    public String kind() {
        return "webhook_secrets";
    }

    /** Keys change with a start, and the first visit comes with it. */
    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }

    @Override
    public void runDue(Instant upTo) {
        List<String> missing = webhooks.sealSecrets();
        if (!missing.isEmpty()) {
            LOG.severe(() -> "Webhooks of tenant " + tenant.slug() + " wait: their secrets are sealed with the keys "
                    + missing + ", which aren't in STEADFAST_SECRETS_KEY");
        }
    }
}
