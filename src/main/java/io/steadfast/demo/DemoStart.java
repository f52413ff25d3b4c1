package io.steadfast.demo;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seeds the demo once: when the launcher asks for it and its credentials aren't written down yet. The settings come from the launcher
 * as system properties; without them nothing happens.
 */
@Singleton
@Startup
@DependsOn({"TenancyStart", "SecurityStart"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemoStart {

    private static final Logger LOG = Logger.getLogger(DemoStart.class.getName());

    @Inject
    @ConfigProperty(name = "steadfast.demo.seed", defaultValue = "false")
    private boolean wanted;

    @Inject
    @ConfigProperty(name = "steadfast.home")
    private Optional<String> home;

    @Inject
    private DemoMaking making;

    @Inject
    private DemoPast past;

    @Resource
    private ManagedExecutorService executor;

    private volatile boolean stopping;

    /** The pages don't wait for the demo: it is made beside them, and readiness tells when it is there. */
    @PostConstruct
    // On the method: the server lets the class's attribute hold for calls only, and would open one transaction for all
    // tenants.
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void start() {
        if (wanted && home.isPresent()) {
            Path directory = Path.of(home.get());
            making.announce();
            executor.execute(() -> make(directory));
        }
    }

    /** A demo that can't be made is no reason not to serve. */
    private void make(Path directory) {
        try {
            making.complete(directory);
            past.begin(directory);
        } catch (Exception failure) {
            if (!stopping) {
                LOG.log(Level.WARNING, "The demo couldn't be made", failure);
            }
        } finally {
            making.over();
        }
    }

    @PreDestroy
    void stop() {
        stopping = true;
        past.end();
    }
}
