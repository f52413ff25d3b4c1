package io.steadfast.members.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;

/** One acceptance of one version of a program's terms; never changed. */
@Entity
@Table(name = "terms_acceptance")
public class TermsAcceptanceEntity {

    @Id
    @Column(name = "acceptance_id")
    public UUID id;

    @Column(name = "member_id")
    public UUID memberId;

    public String program;

    @Column(name = "terms_version")
    public String termsVersion;

    public String channel;

    @Column(name = "accepted_at")
    public OffsetDateTime acceptedAt;

    @Column(name = "recorded_at")
    public OffsetDateTime recordedAt;
}
