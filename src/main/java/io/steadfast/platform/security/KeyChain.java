package io.steadfast.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.security.store.ApiKeyEntity;
import io.steadfast.platform.security.store.CodeLists;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.tenancy.Tenant;
import io.steadfast.platform.time.RealClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Knows the keys that were used a moment ago. What it doesn't know, or knew too long ago, it reads. */
@ApplicationScoped
class KeyChain {

    /** A revoked key is dead on every node within 5 s; this leaves half of it for slow reads. */
    private static final Duration FRESH = Duration.ofMillis(2500);

    private static final int MOST = 20_000;

    /** The last use is shown by the minute: noting each would write a row for every call. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private record Known(Actor actor, Optional<Instant> endsAt) {}

    private final Cache<ByteBuffer, Known> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();

    private final Cache<String, Instant> noted =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(NOTED).build();

    @Inject
    private KeyReader reader;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private RealClock clock;

    /** Who this key of this tenant is; empty when the key doesn't stand. */
    Optional<Actor> actor(Tenant tenant, String secret) throws Exception {
        byte[] hash = Secrets.hash(secret);
        Known found = known.getIfPresent(ByteBuffer.wrap(hash));
        if (found == null) {
            Optional<ApiKeyEntity> row = currentTenant.call(tenant, () -> reader.find(hash));
            if (row.isEmpty()) {
                return Optional.empty();
            }
            found = known(row.get());
            known.put(ByteBuffer.wrap(hash), found);
        }
        Instant now = clock.now();
        if (found.endsAt().isPresent() && !now.isBefore(found.endsAt().get())) {
            return Optional.empty();
        }
        note(tenant, found.actor().id(), now);
        return Optional.of(found.actor());
    }

    /** On this node at once; other nodes forget by themselves. */
    void forget(byte[] hash) {
        known.invalidate(ByteBuffer.wrap(hash));
    }

    private void note(Tenant tenant, String id, Instant now) throws Exception {
        if (noted.asMap().putIfAbsent(id, now) == null) {
            currentTenant.call(tenant, () -> reader.note(UUID.fromString(id), now));
        }
    }

    private static Known known(ApiKeyEntity key) {
        Actor actor = new Actor(
                Actor.Kind.KEY, key.id.toString(), key.label, Set.of(), scopes(key), CodeLists.read(key.stores));
        return new Known(actor, Optional.ofNullable(key.endsAt).map(end -> end.toInstant()));
    }

    /** A scope that this program doesn't know grants nothing. */
    static Set<Scope> scopes(ApiKeyEntity key) {
        EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
        CodeLists.read(key.scopes).forEach(code -> Scope.ofCode(code).ifPresent(scopes::add));
        return scopes;
    }

    /** Its own bean: a transaction of its own is opened by calling another bean. */
    @ApplicationScoped
    static class KeyReader {

        @Inject
        private TenantStore store;

        @Transactional(Transactional.TxType.REQUIRES_NEW)
        public Optional<ApiKeyEntity> find(byte[] hash) {
            return store.em()
                    .createNamedQuery("apiKey.byHash", ApiKeyEntity.class)
                    .setParameter("hash", hash)
                    .getResultStream()
                    .findFirst();
        }

        @Transactional(Transactional.TxType.REQUIRES_NEW)
        public int note(UUID id, Instant at) {
            return store.em()
                    .createNamedQuery("apiKey.used")
                    .setParameter("at", at.atOffset(ZoneOffset.UTC))
                    .setParameter("id", id)
                    .executeUpdate();
        }
    }
}
