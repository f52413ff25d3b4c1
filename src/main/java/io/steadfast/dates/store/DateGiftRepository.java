package io.steadfast.dates.store;

import io.steadfast.dates.core.Celebration;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.programs.core.DateGift;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whose day it is, what was given, and up to which day. */
@Dependent
public class DateGiftRepository {

    private static final String BIRTHDAYS = """
            SELECT m.member_id FROM member m
              JOIN enrolment e ON e.member_id = m.member_id AND e.program = ? AND e.left_at IS NULL AND e.enrolled_at <= ?
             WHERE extract(month FROM m.birthday) * 100 + extract(day FROM m.birthday) = ANY (?)
               AND m.birthday IS NOT NULL AND m.status = 'ACTIVE'
               AND (m.birthday_changed_at IS NULL OR m.birthday_changed_at <= ?)
               AND NOT EXISTS (SELECT 1 FROM date_gift g WHERE g.member_id = m.member_id AND g.program = ? AND g.gift = ?
                                                           AND g.year = ?)
             ORDER BY m.member_id LIMIT ?
            """;
    private static final String ANNIVERSARIES = """
            SELECT m.member_id FROM enrolment e
              JOIN member m ON m.member_id = e.member_id AND m.status = 'ACTIVE'
             WHERE e.program = ? AND e.left_at IS NULL AND e.enrolled_at <= ?
               AND extract(month FROM e.enrolled_at AT TIME ZONE ?) * 100 + extract(day FROM e.enrolled_at AT TIME ZONE ?)
                   = ANY (?)
               AND extract(year FROM e.enrolled_at AT TIME ZONE ?) < ?
               AND NOT EXISTS (SELECT 1 FROM date_gift g WHERE g.member_id = e.member_id AND g.program = ? AND g.gift = ?
                                                           AND g.year = ?)
             ORDER BY m.member_id LIMIT ?
            """;
    private static final String ADD = """
            INSERT INTO date_gift (gift_id, member_id, program, gift, year, day, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String THROUGH = "SELECT through FROM date_gift_run WHERE program = ?";
    private static final String DONE = """
            INSERT INTO date_gift_run (program, through) VALUES (?, ?)
            ON CONFLICT (program) DO UPDATE SET through = excluded.through
            """;

    @Inject
    TenantStore store;

    /**
     * What is looked for.
     *
     * @param day the one to celebrate
     * @param now of the run: who joined later isn't meant
     */
    public record Wish(ProgramCode program, DateGift gift, LocalDate day, ZoneId zone, Instant now) {}

    /** Members whose day it is and who haven't had the gift in its calendar year; at most so many. */
    public List<MemberId> due(Wish wish, int most) {
        boolean birthday = wish.gift().occasion() == DateGift.Occasion.BIRTHDAY;
        try (PreparedStatement statement = store.connection().prepareStatement(birthday ? BIRTHDAYS : ANNIVERSARIES)) {
            int next = birthday ? birthday(statement, wish) : anniversary(statement, wish);
            statement.setString(next, wish.program().value());
            statement.setString(next + 1, wish.gift().code());
            statement.setInt(next + 2, wish.day().getYear());
            statement.setInt(next + 3, most);
            List<MemberId> members = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    members.add(new MemberId(row.getObject("member_id", UUID.class)));
                }
            }
            return members;
        } catch (SQLException failure) {
            throw new DateStoreException(failure);
        }
    }

    private int birthday(PreparedStatement statement, Wish wish) throws SQLException {
        LocalDate settled = wish.day().minusDays(wish.gift().unchangedDays());
        statement.setString(1, wish.program().value());
        statement.setObject(2, wish.now().atOffset(ZoneOffset.UTC));
        statement.setArray(3, days(wish));
        statement.setObject(4, settled.atStartOfDay(wish.zone()).toOffsetDateTime());
        return 5;
    }

    private int anniversary(PreparedStatement statement, Wish wish) throws SQLException {
        String zone = wish.zone().getId();
        statement.setString(1, wish.program().value());
        statement.setObject(2, wish.now().atOffset(ZoneOffset.UTC));
        statement.setString(3, zone);
        statement.setString(4, zone);
        statement.setArray(5, days(wish));
        statement.setString(6, zone);
        statement.setInt(7, wish.day().getYear());
        return 8;
    }

    private java.sql.Array days(Wish wish) throws SQLException {
        return store.connection()
                .createArrayOf("numeric", Celebration.on(wish.day()).toArray());
    }

    /** Notes the gift; false where the member has had it in that year already. */
    public boolean add(UUID id, MemberId member, Wish wish) {
        try (PreparedStatement statement = store.connection().prepareStatement(ADD)) {
            statement.setObject(1, id);
            statement.setObject(2, member.value());
            statement.setString(3, wish.program().value());
            statement.setString(4, wish.gift().code());
            statement.setInt(5, wish.day().getYear());
            statement.setObject(6, wish.day());
            statement.setObject(7, wish.now().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate() == 1;
        } catch (SQLException failure) {
            throw new DateStoreException(failure);
        }
    }

    /** The last day for which a program's gifts were given; empty before the first. */
    public Optional<LocalDate> through(ProgramCode program) {
        try (PreparedStatement statement = store.connection().prepareStatement(THROUGH)) {
            statement.setString(1, program.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getObject("through", LocalDate.class)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new DateStoreException(failure);
        }
    }

    public void done(ProgramCode program, LocalDate through) {
        try (PreparedStatement statement = store.connection().prepareStatement(DONE)) {
            statement.setString(1, program.value());
            statement.setObject(2, through);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new DateStoreException(failure);
        }
    }
}
