package io.steadfast.members.store;

import io.steadfast.members.core.Consent;
import io.steadfast.members.core.Enrolment;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberKind;
import io.steadfast.members.core.MemberStatus;
import io.steadfast.members.core.Person;
import io.steadfast.members.core.Person.Employment;
import io.steadfast.platform.persistence.Parameters;
import io.steadfast.platform.persistence.Results;
import io.steadfast.platform.persistence.Row;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Members with all that is theirs, in one round trip: every lookup at a till reads one. */
@ApplicationScoped
public class MemberReader {

    private static final String OWN = """
            SELECT m.member_id, m.version, m.status, m.kind, m.employee, m.name, m.birthday, m.locale, m.joined_at,
                   m.home_store, m.attributes, g.survivor_id
              FROM member m LEFT JOIN member_merge g ON g.source_id = m.member_id WHERE m.member_id = ANY (%s)
            """;
    private static final String IDENTITIES = """
            SELECT member_id, kind, value FROM member_identity
             WHERE member_id = ANY (%s) AND ended_at IS NULL AND NOT brought
            """;
    private static final String ACCEPTED = """
            SELECT member_id, program, terms_version FROM terms_acceptance
             WHERE member_id = ANY (%s) ORDER BY accepted_at, acceptance_id
            """;
    private static final String ENROLMENTS = """
            SELECT member_id, program, channel, enrolled_at, left_at FROM enrolment
             WHERE member_id = ANY (%s) ORDER BY enrolled_at, enrolment_id
            """;
    private static final String CONSENTS = """
            SELECT member_id, purpose, channel, granted, given_at, source, text_version FROM consent
             WHERE member_id = ANY (%s) ORDER BY given_at, consent_id
            """;
    private static final String OWNER =
            "ARRAY (SELECT member_id FROM member_identity WHERE kind = ? AND value = ? AND ended_at IS NULL)";

    private static final List<String> OF_IDS = questions("?");
    private static final List<String> OF_OWNER = questions(OWNER);

    @Inject
    private TenantStore store;

    @Inject
    private AttributesText attributes;

    private static List<String> questions(String whom) {
        return List.of(
                OWN.formatted(whom),
                IDENTITIES.formatted(whom),
                ACCEPTED.formatted(whom),
                ENROLMENTS.formatted(whom),
                CONSENTS.formatted(whom));
    }

    /** The members of these ids in their order; those that don't exist are left out. */
    public List<Member> all(Collection<MemberId> members) {
        if (members.isEmpty()) {
            return List.of();
        }
        UUID[] ids = members.stream().map(MemberId::value).toArray(UUID[]::new);
        Map<MemberId, Member> found = read(OF_IDS, (statement, first) -> {
            int next = first;
            while (next < first + OF_IDS.size()) {
                statement.setArray(next, statement.getConnection().createArrayOf("uuid", ids));
                next++;
            }
            return next;
        });
        return members.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** Whose this identity is now. */
    public Optional<Member> owner(IdentityKind kind, String value) {
        return read(OF_OWNER, (statement, first) -> {
                    int next = first;
                    while (next < first + 2 * OF_OWNER.size()) {
                        statement.setString(next, kind.name());
                        statement.setString(next + 1, value);
                        next += 2;
                    }
                    return next;
                })
                .values()
                .stream()
                .findFirst();
    }

    private Map<MemberId, Member> read(List<String> questions, Parameters parameters) {
        // What the entity manager holds back is to be read, too.
        store.em().flush();
        return store.ask(questions, parameters, this::members).get();
    }

    private Map<MemberId, Member> members(Results results) throws SQLException {
        ResultSet own = results.rows();
        Map<MemberId, Member> bare = new LinkedHashMap<>();
        while (own.next()) {
            Member member = bare(new Row(own));
            bare.put(member.id(), member);
        }
        Map<MemberId, Map<IdentityKind, String>> identities = identities(results.rows());
        Map<MemberId, Map<String, String>> accepted = accepted(results.rows());
        Map<MemberId, List<Enrolment>> enrolments = enrolments(results.rows(), accepted);
        Map<MemberId, Map<List<String>, Consent>> consents = consents(results.rows());
        Map<MemberId, Member> whole = new LinkedHashMap<>();
        bare.forEach((id, member) -> whole.put(
                id,
                new Member(
                        id,
                        member.version(),
                        member.status(),
                        member.joinedAt(),
                        member.person(),
                        identities.getOrDefault(id, Map.of()),
                        enrolments.getOrDefault(id, List.of()),
                        List.copyOf(consents.getOrDefault(id, Map.of()).values()),
                        member.mergedInto())));
        return whole;
    }

    private Member bare(Row row) throws SQLException {
        Person person = new Person(
                MemberKind.valueOf(row.text("kind")),
                row.truth("employee") ? Employment.EMPLOYEE : Employment.NONE,
                row.optionalText("name"),
                row.optionalDate("birthday"),
                row.optionalText("locale"),
                row.optionalText("home_store"),
                attributes.read(row.text("attributes")));
        return new Member(
                new MemberId(row.id("member_id")),
                row.number("version"),
                MemberStatus.valueOf(row.text("status")),
                row.instant("joined_at"),
                person,
                Map.of(),
                List.of(),
                List.of(),
                row.optionalId("survivor_id").map(MemberId::new));
    }

    private static Map<MemberId, Map<IdentityKind, String>> identities(ResultSet rows) throws SQLException {
        Map<MemberId, Map<IdentityKind, String>> identities = new HashMap<>();
        Row row = new Row(rows);
        while (rows.next()) {
            identities
                    .computeIfAbsent(new MemberId(row.id("member_id")), id -> new EnumMap<>(IdentityKind.class))
                    .put(IdentityKind.valueOf(row.text("kind")), row.text("value"));
        }
        return identities;
    }

    /** The last accepted version of each program. */
    private static Map<MemberId, Map<String, String>> accepted(ResultSet rows) throws SQLException {
        Map<MemberId, Map<String, String>> accepted = new HashMap<>();
        Row row = new Row(rows);
        while (rows.next()) {
            accepted.computeIfAbsent(new MemberId(row.id("member_id")), id -> new HashMap<>())
                    .put(row.text("program"), row.text("terms_version"));
        }
        return accepted;
    }

    private static Map<MemberId, List<Enrolment>> enrolments(
            ResultSet rows, Map<MemberId, Map<String, String>> accepted) throws SQLException {
        Map<MemberId, List<Enrolment>> enrolments = new HashMap<>();
        Row row = new Row(rows);
        while (rows.next()) {
            MemberId id = new MemberId(row.id("member_id"));
            String program = row.text("program");
            enrolments
                    .computeIfAbsent(id, any -> new ArrayList<>())
                    .add(new Enrolment(
                            new ProgramCode(program),
                            row.text("channel"),
                            row.instant("enrolled_at"),
                            row.optionalInstant("left_at"),
                            Optional.ofNullable(
                                    accepted.getOrDefault(id, Map.of()).get(program))));
        }
        return enrolments;
    }

    /** The rows come in the order they were given, so the last of a purpose and channel stands. */
    private static Map<MemberId, Map<List<String>, Consent>> consents(ResultSet rows) throws SQLException {
        Map<MemberId, Map<List<String>, Consent>> latest = new HashMap<>();
        Row row = new Row(rows);
        while (rows.next()) {
            Consent consent = new Consent(
                    row.text("purpose"),
                    row.text("channel"),
                    row.truth("granted") ? Consent.Answer.GRANTED : Consent.Answer.WITHDRAWN,
                    row.instant("given_at"),
                    row.text("source"),
                    row.text("text_version"),
                    Optional.empty());
            latest.computeIfAbsent(new MemberId(row.id("member_id")), id -> new LinkedHashMap<>())
                    .put(List.of(consent.purpose(), consent.channel()), consent);
        }
        return latest;
    }
}
