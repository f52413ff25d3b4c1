package io.steadfast.charities;

import io.steadfast.charities.core.CharityProfile;
import io.steadfast.charities.core.CharityStatus;
import io.steadfast.charities.store.CharityRepository;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.TemplateOpened;
import io.steadfast.programs.core.Giving;
import io.steadfast.programs.core.LocalText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** Adds the charities a template names to a register that lacks them, so that the program can be published as it is. */
@ApplicationScoped
class TemplateCharities {

    @Inject
    CharityRepository charities;

    @Inject
    TenantClock clock;

    @Inject
    AuditTrail audit;

    void add(@Observes TemplateOpened opened) {
        Instant now = clock.now();
        for (Giving.Offered offered : opened.document().giving().charities()) {
            CharityProfile profile = new CharityProfile(
                    offered.name(),
                    new LocalText(new TreeMap<>()),
                    Optional.empty(),
                    Optional.empty(),
                    CharityStatus.OPEN);
            if (charities.add(offered.code(), profile, now)) {
                audit.record("charity.added", "charity", offered.code().value(), null, profile);
            }
        }
    }
}
