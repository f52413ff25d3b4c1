package io.steadfast.platform.audit.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing somebody did. */
@Entity
@Table(name = "audit")
public class AuditEntity {

    @Id
    public UUID id;

    @Column(name = "recorded_at")
    public OffsetDateTime recordedAt;

    @Column(name = "actor_kind")
    public String actorKind;

    @Column(name = "actor_id")
    public String actorId;

    @Column(name = "actor_name")
    public String actorName;

    public String address;

    public String action;

    @Column(name = "object_kind")
    public String objectKind;

    @Column(name = "object_id")
    public String objectId;

    @Column(name = "before_json")
    public @Nullable String before;

    @Column(name = "after_json")
    public @Nullable String after;
}
