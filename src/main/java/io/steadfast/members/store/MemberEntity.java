package io.steadfast.members.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member's own row. */
@Entity
@Table(name = "member")
public class MemberEntity {

    @Id
    @Column(name = "member_id")
    public UUID id;

    @Version
    public long version;

    public String status;

    public String kind;

    public boolean employee;

    public @Nullable String name;

    public @Nullable LocalDate birthday;

    public @Nullable String locale;

    @Column(name = "joined_at")
    public OffsetDateTime joinedAt;

    @Column(name = "home_store")
    public @Nullable String homeStore;

    /** JSON: name to list of values. */
    public String attributes;

    @Column(name = "recorded_at")
    public OffsetDateTime recordedAt;

    @Column(name = "merged_into", insertable = false)
    public @Nullable UUID mergedInto;
}
