package io.steadfast.members.store;

import io.steadfast.members.core.Enrolment;
import io.steadfast.members.core.MemberKind;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.members.core.MemberStatus;
import io.steadfast.members.core.Person;
import io.steadfast.platform.persistence.Asked;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What rules may read about a member, in one round trip: every order asks for it. */
@ApplicationScoped
public class ProfileReader {

    private static final String PROFILE = """
            SELECT m.status, m.kind, m.employee, m.birthday, m.locale, m.home_store, m.attributes,
                   e.program, e.channel, e.enrolled_at, e.left_at
              FROM member AS m LEFT JOIN enrolment AS e USING (member_id)
             WHERE m.member_id = ? AND m.status <> 'ERASED'
             ORDER BY e.enrolled_at
            """;

    @Inject
    private TenantStore store;

    @Inject
    private AttributesText attributes;

    /** Without the name, which no rule reads, and without accepted terms; empty for an unknown or erased member. */
    public Asked<Optional<MemberProfile>> find(MemberId member) {
        return store.ask(
                List.of(PROFILE),
                (statement, first) -> {
                    statement.setObject(first, member.value());
                    return first + 1;
                },
                results -> {
                    ResultSet row = results.rows();
                    return row.next() ? Optional.of(profile(member, row)) : Optional.empty();
                });
    }

    private MemberProfile profile(MemberId member, ResultSet row) throws SQLException {
        MemberStatus status = MemberStatus.valueOf(row.getString("status"));
        Person person = new Person(
                MemberKind.valueOf(row.getString("kind")),
                row.getBoolean("employee") ? Person.Employment.EMPLOYEE : Person.Employment.NONE,
                Optional.empty(),
                Optional.ofNullable(row.getObject("birthday", LocalDate.class)),
                Optional.ofNullable(row.getString("locale")),
                Optional.ofNullable(row.getString("home_store")),
                attributes.read(row.getString("attributes")));
        List<Enrolment> enrolments = new ArrayList<>();
        do {
            if (row.getString("program") != null) {
                enrolments.add(enrolment(row));
            }
        } while (row.next());
        return new MemberProfile(member, status, person, enrolments);
    }

    private static Enrolment enrolment(ResultSet row) throws SQLException {
        return new Enrolment(
                new ProgramCode(row.getString("program")),
                row.getString("channel"),
                row.getObject("enrolled_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(instant(row)),
                Optional.empty());
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("left_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
