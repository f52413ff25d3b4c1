package io.steadfast.platform.security.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key of a tenant's system. The secret itself is never kept. */
@Entity
@Table(name = "api_key")
@NamedQuery(name = "apiKey.all", query = "SELECT k FROM ApiKeyEntity k ORDER BY k.id DESC")
@NamedQuery(name = "apiKey.byHash", query = "SELECT k FROM ApiKeyEntity k WHERE k.secretHash = :hash")
@NamedQuery(name = "apiKey.used", query = "UPDATE ApiKeyEntity k SET k.lastUsedAt = :at WHERE k.id = :id")
public class ApiKeyEntity {

    @Id
    public UUID id;

    public String label;

    @Column(name = "secret_hash")
    public byte[] secretHash;

    @Column(name = "secret_end")
    public String secretEnd;

    public String scopes;

    public String stores;

    @Column(name = "created_at")
    public OffsetDateTime createdAt;

    /** Who made it and has seen its secret: kind and id, as in {@code PERSON:id}; null for keys of earlier versions. */
    @Column(name = "issued_by")
    public @Nullable String issuedBy;

    @Column(name = "ends_at")
    public @Nullable OffsetDateTime endsAt;

    @Column(name = "last_used_at")
    public @Nullable OffsetDateTime lastUsedAt;
}
