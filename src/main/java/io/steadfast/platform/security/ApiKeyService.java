package io.steadfast.platform.security;

import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.store.ApiKeyEntity;
import io.steadfast.platform.security.store.CodeLists;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.RealClock;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The API keys of the tenant in hand. A change counts on every node within 5 s. */
@Stateless
public class ApiKeyService {

    private static final int LIMIT = 500;
    private static final String KIND = "api_key";

    @Inject
    private TenantStore store;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private RealClock clock;

    @Inject
    private Event<AccessChange> changes;

    @Inject
    private KeyChain keyChain;

    /** Makes a key. */
    public IssuedKey issue(NewKey wanted) {
        String secret = Secrets.apiKey(currentTenant.slug());
        ApiKeyEntity key = new ApiKeyEntity();
        key.id = Ids.next();
        key.label = wanted.label();
        key.secretHash = Secrets.hash(secret);
        key.secretEnd = Secrets.end(secret);
        key.scopes = CodeLists.written(wanted.scopes().stream().map(Scope::code).toList());
        key.stores = CodeLists.written(wanted.stores());
        key.createdAt = clock.now().atOffset(ZoneOffset.UTC);
        key.issuedBy = currentActor.known().map(Actor::named).orElse(null);
        store.em().persist(key);
        changes.fire(new AccessChange("api_key.issued", KIND, key.id.toString(), null, KeyView.of(key)));
        return new IssuedKey(key.id, secret);
    }

    /**
     * Makes a key with the same rights in this one's place; the old one works for the overlap, so that systems can change over.
     * Refuses with KEY_UNKNOWN.
     */
    public IssuedKey rotate(UUID id, Duration overlap) {
        ApiKeyEntity old = find(id);
        IssuedKey next = issue(new NewKey(old.label, KeyChain.scopes(old), CodeLists.read(old.stores)));
        end(old, "api_key.rotated", clock.now().plus(overlap));
        return next;
    }

    /** Ends a key at once. Refuses with KEY_UNKNOWN. */
    public void revoke(UUID id) {
        end(find(id), "api_key.revoked", clock.now());
    }

    /** The newest first; at most {@value #LIMIT}. */
    public List<KeyView> all() {
        return store
                .em()
                .createNamedQuery("apiKey.all", ApiKeyEntity.class)
                .setMaxResults(LIMIT)
                .getResultList()
                .stream()
                .map(KeyView::of)
                .toList();
    }

    /**
     * Who made a key and so knows its secret, as {@link Actor#named}; what the key asks for, they may have asked for. Empty for an
     * unknown key, and for one of an earlier version.
     */
    public Optional<String> issuer(UUID id) {
        return Optional.ofNullable(store.em().find(ApiKeyEntity.class, id))
                .flatMap(key -> Optional.ofNullable(key.issuedBy));
    }

    private void end(ApiKeyEntity key, String action, Instant at) {
        KeyView before = KeyView.of(key);
        if (key.endsAt == null || key.endsAt.toInstant().isAfter(at)) {
            key.endsAt = at.atOffset(ZoneOffset.UTC);
        }
        keyChain.forget(key.secretHash);
        changes.fire(new AccessChange(action, KIND, key.id.toString(), before, KeyView.of(key)));
    }

    private ApiKeyEntity find(UUID id) {
        ApiKeyEntity key = store.em().find(ApiKeyEntity.class, id);
        if (key == null) {
            throw new Refusal(SecurityRefusal.KEY_UNKNOWN, Map.of());
        }
        return key;
    }
}
