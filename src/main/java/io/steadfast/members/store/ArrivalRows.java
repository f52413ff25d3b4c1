package io.steadfast.members.store;

import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.Person;
import io.steadfast.members.core.SearchKeys;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Many new members in a few statements, which go out together with whatever else the transaction writes next. */
@Dependent
public class ArrivalRows {

    private static final String MEMBERS = """
            INSERT INTO member (member_id, version, status, kind, employee, name, birthday, locale, joined_at, home_store,
                                attributes, recorded_at)
            SELECT n.id, 1, 'ACTIVE', n.kind, n.employee, n.name, n.birthday, n.locale, n.joined_at, n.home_store, n.attributes, ?
              FROM unnest(?::uuid[], ?::text[], ?::boolean[], ?::text[], ?::date[], ?::text[], ?::timestamptz[], ?::text[],
                          ?::text[]) AS n (id, kind, employee, name, birthday, locale, joined_at, home_store, attributes)
            """;
    private static final String IDENTITIES = """
            INSERT INTO member_identity (identity_id, member_id, kind, value, added_at)
            SELECT n.id, n.member_id, n.kind, n.value, ?
              FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[]) AS n (id, member_id, kind, value)
            """;
    private static final String KEYS = """
            INSERT INTO member_key (kind, key, member_id)
            SELECT n.kind, n.key, n.member_id FROM unnest(?::text[], ?::text[], ?::uuid[]) AS n (kind, key, member_id)
            """;
    private static final String ENROLMENTS = """
            INSERT INTO enrolment (enrolment_id, member_id, program, channel, enrolled_at, recorded_at)
            SELECT n.id, n.member_id, n.program, n.channel, n.enrolled_at, ?
              FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[])
                       AS n (id, member_id, program, channel, enrolled_at)
            """;

    @Inject
    TenantStore store;

    @Inject
    AttributesText attributes;

    /** A member to be, with the identities in their kept form. */
    public record NewRow(
            MemberId id,
            Person person,
            Map<IdentityKind, String> identities,
            Instant joinedAt,
            List<NewPlace> places) {}

    /** A program that a member is in from a day on. */
    public record NewPlace(ProgramCode program, String channel, Instant from) {}

    private record Identity(MemberId member, IdentityKind kind, String value) {}

    private record Key(MemberId member, SearchKeys.Kind kind, String text) {}

    private record Place(MemberId member, NewPlace place) {}

    public void add(List<NewRow> rows, Instant now) {
        members(rows, now);
        List<Identity> identities = new ArrayList<>();
        List<Key> keys = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (NewRow row : rows) {
            row.identities().forEach((kind, value) -> identities.add(new Identity(row.id(), kind, value)));
            SearchKeys.of(row.identities(), row.person().name().orElse(""))
                    .forEach((kind, texts) -> texts.forEach(text -> keys.add(new Key(row.id(), kind, text))));
            row.places().forEach(place -> places.add(new Place(row.id(), place)));
        }
        identities(identities, now);
        keys(keys);
        places(places, now);
    }

    private void members(List<NewRow> rows, Instant now) {
        store.send(List.of(MEMBERS), (statement, at) -> {
            statement.setObject(at, now.atOffset(ZoneOffset.UTC));
            array(statement, at + 1, rows, row -> row.id().toString());
            array(statement, at + 2, rows, row -> row.person().kind().name());
            array(
                    statement,
                    at + 3,
                    rows,
                    row -> String.valueOf(row.person().employment() == Person.Employment.EMPLOYEE));
            array(statement, at + 4, rows, row -> row.person().name().orElse(null));
            array(
                    statement,
                    at + 5,
                    rows,
                    row -> row.person().birthday().map(Object::toString).orElse(null));
            array(statement, at + 6, rows, row -> row.person().locale().orElse(null));
            array(statement, at + 7, rows, row -> row.joinedAt().toString());
            array(statement, at + 8, rows, row -> row.person().homeStore().orElse(null));
            array(
                    statement,
                    at + 9,
                    rows,
                    row -> attributes.written(row.person().attributes()));
            return at + 10;
        });
    }

    private void identities(List<Identity> identities, Instant now) {
        store.send(List.of(IDENTITIES), (statement, at) -> {
            statement.setObject(at, now.atOffset(ZoneOffset.UTC));
            array(statement, at + 1, identities, each -> Ids.next().toString());
            array(statement, at + 2, identities, each -> each.member().toString());
            array(statement, at + 3, identities, each -> each.kind().name());
            array(statement, at + 4, identities, Identity::value);
            return at + 5;
        });
    }

    private void keys(List<Key> keys) {
        store.send(List.of(KEYS), (statement, at) -> {
            array(statement, at, keys, key -> key.kind().name());
            array(statement, at + 1, keys, Key::text);
            array(statement, at + 2, keys, key -> key.member().toString());
            return at + 3;
        });
    }

    private void places(List<Place> places, Instant now) {
        store.send(List.of(ENROLMENTS), (statement, at) -> {
            statement.setObject(at, now.atOffset(ZoneOffset.UTC));
            array(statement, at + 1, places, each -> Ids.next().toString());
            array(statement, at + 2, places, each -> each.member().toString());
            array(statement, at + 3, places, each -> each.place().program().value());
            array(statement, at + 4, places, each -> each.place().channel());
            array(statement, at + 5, places, each -> each.place().from().toString());
            return at + 6;
        });
    }

    private static <T> void array(
            PreparedStatement statement, int position, List<T> rows, Function<T, @Nullable String> column)
            throws SQLException {
        String[] values = rows.stream().map(column).toArray(String[]::new);
        statement.setArray(position, statement.getConnection().createArrayOf("text", values));
    }
}
