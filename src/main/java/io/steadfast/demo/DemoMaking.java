package io.steadfast.demo;

import io.steadfast.platform.rest.Json;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes what the demo's credentials in a directory don't name yet, and writes them down. */
@ApplicationScoped
class DemoMaking {

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
    private CurrentActor actor;

    @Inject
    private Json json;

    private volatile boolean unfinished;

    boolean isUnfinished() {
        return unfinished;
    }

    /** From now on until {@link #over} it is unfinished. */
    void announce() {
        unfinished = true;
    }

    void over() {
        unfinished = false;
    }

    /** @param home where the credentials are written; there already means made already */
    void complete(Path home) throws Exception {
        if (!DemoCredentials.areIn(home)) {
            asDemo(this::makeAll).writeTo(home, json);
            return;
        }
        DemoCredentials known = DemoCredentials.readFrom(home, json);
        if (known.operator().isEmpty()) {
            known.with(asDemo(operator::make)).writeTo(home, json);
        }
    }

    private <T> T asDemo(Callable<T> made) throws Exception {
        return actor.call(Actor.job("demo"), "local", made);
    }

    private DemoCredentials makeAll() throws Exception {
        List<DemoCredentials.Tenant> made = new ArrayList<>();
        for (DemoBrand brand : DemoBrand.all()) {
            made.add(seed.make(brand));
        }
        return new DemoCredentials(url.orElse(""), platformKey.orElse(""), Optional.of(operator.make()), made);
    }
}
