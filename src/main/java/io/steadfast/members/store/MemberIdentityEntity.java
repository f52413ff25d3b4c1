package io.steadfast.members.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something a member is or was recognised by. */
@Entity
@Table(name = "member_identity")
@NamedQuery(
        name = "MemberIdentity.owner",
        query = "SELECT i FROM MemberIdentityEntity i WHERE i.kind = :kind AND i.value = :value AND i.endedAt IS NULL")
@NamedQuery(
        name = "MemberIdentity.ofMember",
        query = "SELECT i FROM MemberIdentityEntity i WHERE i.memberId = :member AND i.endedAt IS NULL"
                + " AND i.brought = FALSE")
public class MemberIdentityEntity {

    @Id
    @Column(name = "identity_id")
    public UUID id;

    @Column(name = "member_id")
    public UUID memberId;

    public String kind;

    public String value;

    @Column(name = "added_at")
    public OffsetDateTime addedAt;

    @Column(name = "ended_at")
    public @Nullable OffsetDateTime endedAt;

    /** Came with a member who was merged into this one, who has another of the kind: it finds them and isn't shown. */
    public boolean brought;

    /** Here and not by whoever ends it: EclipseLink sees a field that is written in its own class only. */
    void end(OffsetDateTime at) {
        endedAt = at;
    }
}
