package io.steadfast.platform.security;

import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.security.store.PlatformKeyRepository;
import io.steadfast.platform.security.store.PlatformKeyRepository.StandingKey;
import io.steadfast.platform.time.RealClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The operators' keys. They are few and their calls are rare, so nothing is remembered. */
@ApplicationScoped
public class PlatformKeys {

    private static final Logger LOG = Logger.getLogger(PlatformKeys.class.getName());

    /** Shorter ones could be guessed: the hash is a quick one. */
    private static final int SHORTEST = 32;

    @Inject
    private PlatformKeyRepository repository;

    @Inject
    private RealClock clock;

    @Inject
    @ConfigProperty(name = "steadfast.platform.key")
    private Optional<String> setting;

    /** Who this key is; empty when it doesn't stand. */
    Optional<Actor> actor(String secret) {
        return repository
                .use(Secrets.hash(secret), clock.now())
                .map(key -> Actor.operator(key.id().toString(), "platform key " + key.name()));
    }

    /** Takes over the key of the setting; where there is neither that nor any other, makes one and shows it in the log, once. */
    void ensureFirst() {
        if (setting.isPresent() && setting.get().length() < SHORTEST) {
            throw new IllegalStateException("STEADFAST_PLATFORM_KEY needs at least " + SHORTEST + " characters");
        }
        if (setting.isPresent()) {
            add("setting", setting.get());
        } else if (!repository.any()) {
            String secret = Secrets.platformKey();
            add("first", secret);
            LOG.info(() -> "The first platform key, shown this once: " + secret);
        }
    }

    private void add(String name, String secret) {
        repository.add(new StandingKey(Ids.next(), name), Secrets.hash(secret), clock.now());
    }
}
