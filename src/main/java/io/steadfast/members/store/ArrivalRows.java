package io.steadfast.members.store;

import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.SearchKeys;
import io.steadfast.platform.persistence.BoundStatement;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Many new members of whom little is known, in a few statements. */
@Dependent
public class ArrivalRows {

    private static final String MEMBER = """
            INSERT INTO member (member_id, version, status, kind, employee, joined_at, attributes, recorded_at)
            VALUES (?, 1, 'ACTIVE', 'PERSON', false, ?, '{}', ?)
            """;
    private static final String IDENTITY =
            "INSERT INTO member_identity (identity_id, member_id, kind, value, added_at) VALUES (?, ?, ?, ?, ?)";
    private static final String KEY = "INSERT INTO member_key (kind, key, member_id) VALUES (?, ?, ?)";
    private static final String ENROLMENT = """
            INSERT INTO enrolment (enrolment_id, member_id, program, channel, enrolled_at, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    @Inject
    TenantStore store;

    /** A member to be, with the identities in their kept form. */
    public record NewRow(MemberId id, Map<IdentityKind, String> identities, Instant joinedAt) {}

    public void add(List<NewRow> rows, ProgramCode program, String channel, Instant now) {
        BoundStatement member = store.sql(MEMBER);
        BoundStatement identity = store.sql(IDENTITY);
        BoundStatement key = store.sql(KEY);
        BoundStatement enrolment = store.sql(ENROLMENT);
        for (NewRow row : rows) {
            member.id(row.id().value()).instant(row.joinedAt()).instant(now).batch();
            row.identities()
                    .forEach((kind, value) -> identity.id(Ids.next())
                            .id(row.id().value())
                            .text(kind.name())
                            .text(value)
                            .instant(now)
                            .batch());
            SearchKeys.of(row.identities(), "")
                    .forEach((kind, keys) -> keys.forEach(text -> key.text(kind.name())
                            .text(text)
                            .id(row.id().value())
                            .batch()));
            enrolment
                    .id(Ids.next())
                    .id(row.id().value())
                    .text(program.value())
                    .text(channel)
                    .instant(row.joinedAt())
                    .instant(now)
                    .batch();
        }
        member.runBatch();
        identity.runBatch();
        key.runBatch();
        enrolment.runBatch();
    }
}
