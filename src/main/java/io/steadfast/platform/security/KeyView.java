package io.steadfast.platform.security;

import io.steadfast.platform.security.store.ApiKeyEntity;
import io.steadfast.platform.security.store.CodeLists;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A key as people see it.
 *
 * @param secretEnd the last four letters of the secret
 * @param scopes as callers write them
 * @param endsAt when it is or was dead
 */
public record KeyView(
        UUID id,
        String label,
        String secretEnd,
        Set<String> scopes,
        Set<String> stores,
        Instant createdAt,
        Optional<Instant> endsAt,
        Optional<Instant> lastUsedAt) {

    static KeyView of(ApiKeyEntity key) {
        return new KeyView(
                key.id,
                key.label,
                key.secretEnd,
                CodeLists.read(key.scopes),
                CodeLists.read(key.stores),
                key.createdAt.toInstant(),
                Optional.ofNullable(key.endsAt).map(OffsetDateTime::toInstant),
                Optional.ofNullable(key.lastUsedAt).map(OffsetDateTime::toInstant));
    }
}
