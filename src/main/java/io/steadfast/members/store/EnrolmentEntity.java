package io.steadfast.members.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member's time in a program. */
@Entity
@Table(name = "enrolment")
@NamedQuery(
        name = "Enrolment.ofMembers",
        query = "SELECT e FROM EnrolmentEntity e WHERE e.memberId IN :members ORDER BY e.enrolledAt, e.id")
public class EnrolmentEntity {

    @Id
    @Column(name = "enrolment_id")
    public UUID id;

    @Column(name = "member_id")
    public UUID memberId;

    public String program;

    public String channel;

    @Column(name = "enrolled_at")
    public OffsetDateTime enrolledAt;

    @Column(name = "left_at")
    public @Nullable OffsetDateTime leftAt;

    @Column(name = "recorded_at")
    public OffsetDateTime recordedAt;

    /** Here and not by whoever ends it: EclipseLink sees a field that is written in its own class only. */
    void end(OffsetDateTime at) {
        leftAt = at;
    }
}
