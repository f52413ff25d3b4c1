package io.steadfast.platform.security;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Once the control schema stands: the first platform key. */
@Singleton
@Startup
@DependsOn("TenancyStart")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SecurityStart {

    @Inject
    private PlatformKeys platformKeys;

    @PostConstruct
    void start() {
        platformKeys.ensureFirst();
    }
}
