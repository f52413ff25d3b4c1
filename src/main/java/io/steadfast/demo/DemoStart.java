package io.steadfast.demo;

import io.steadfast.platform.rest.Json;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    @ConfigProperty(name = "steadfast.url")
    private Optional<String> url;

    @Inject
    @ConfigProperty(name = "steadfast.platform.key")
    private Optional<String> platformKey;

    @Inject
    private DemoSeed seed;

    @Inject
    private DemoOperator operator;

    @Inject
    private DemoPast past;

    @Inject
    private CurrentActor actor;

    @Inject
    private Json json;

    /** A demo that can't be made is no reason not to start. */
    @PostConstruct
    // On the method: the server lets the class's attribute hold for calls only, and would open one transaction for all
    // tenants.
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void start() {
        if (!wanted || home.isEmpty()) {
            return;
        }
        Path directory = Path.of(home.get());
        try {
            if (!DemoCredentials.areIn(directory)) {
                DemoCredentials credentials = actor.call(Actor.job("demo"), "local", this::makeAll);
                credentials.writeTo(directory, json);
            } else if (DemoCredentials.readFrom(directory, json).operator().isEmpty()) {
                DemoCredentials.Operator made = actor.call(Actor.job("demo"), "local", operator::make);
                DemoCredentials.readFrom(directory, json).with(made).writeTo(directory, json);
            }
            past.begin(directory);
        } catch (Exception failure) {
            LOG.log(Level.WARNING, "The demo couldn't be made", failure);
        }
    }

    @PreDestroy
    void stop() {
        past.end();
    }

    private DemoCredentials makeAll() throws Exception {
        List<DemoCredentials.Tenant> made = new ArrayList<>();
        for (DemoBrand brand : DemoBrand.all()) {
            made.add(seed.make(brand));
        }
        return new DemoCredentials(url.orElse(""), platformKey.orElse(""), Optional.of(operator.make()), made);
    }
}
