package io.steadfast.platform.security.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who signs in. Lists of codes are kept as one text, separated by commas: they are read and written whole. */
@Entity
@Table(name = "person")
@NamedQuery(name = "person.all", query = "SELECT p FROM PersonEntity p ORDER BY p.name, p.id")
@NamedQuery(name = "person.byEmail", query = "SELECT p FROM PersonEntity p WHERE p.email = :email")
@NamedQuery(name = "person.byInvitation", query = "SELECT p FROM PersonEntity p WHERE p.invitationHash = :hash")
public class PersonEntity {

    @Id
    public UUID id;

    public String email;

    public String name;

    public String roles;

    public String stores;

    public boolean active;

    @Column(name = "password_hash")
    public @Nullable String passwordHash;

    public int epoch;

    public int failures;

    @Column(name = "locked_until")
    public @Nullable OffsetDateTime lockedUntil;

    @Column(name = "invitation_hash")
    public byte @Nullable [] invitationHash;

    @Column(name = "invitation_until")
    public @Nullable OffsetDateTime invitationUntil;

    @Column(name = "created_at")
    public OffsetDateTime createdAt;

    @Column(name = "last_signed_in_at")
    public @Nullable OffsetDateTime lastSignedInAt;

    public @Nullable String language;
}
