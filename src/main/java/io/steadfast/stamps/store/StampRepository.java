package io.steadfast.stamps.store;

import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.stamps.core.CardKey;
import io.steadfast.stamps.core.Stamp;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Stamps and the vouchers of full cards. */
@Dependent
public class StampRepository {

    private static final String ADD = """
            INSERT INTO stamp_event (event_id, member_id, program, card, order_id, day, change, receipt_id, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String OF_ORDER = """
            SELECT member_id, program, card, order_id, day FROM stamp_event WHERE order_id = ?
             GROUP BY member_id, program, card, order_id, day HAVING sum(change) > 0 ORDER BY program, card
            """;
    private static final String OF_CARD = """
            SELECT member_id, program, card, order_id, day FROM stamp_event
             WHERE member_id = ? AND program = ? AND card = ?
             GROUP BY member_id, program, card, order_id, day HAVING sum(change) > 0 ORDER BY day, order_id
            """;
    private static final String OF_MEMBER = """
            SELECT member_id, program, card, order_id, day FROM stamp_event WHERE member_id = ?
             GROUP BY member_id, program, card, order_id, day HAVING sum(change) > 0 ORDER BY program, card, day, order_id
            """;
    private static final String ADD_VOUCHER = """
            INSERT INTO stamp_voucher (cause_id, member_id, program, card, order_id, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String VOUCHERS = """
            SELECT cause_id, order_id FROM stamp_voucher
             WHERE member_id = ANY (ARRAY(SELECT ?::uuid UNION ALL
                                          SELECT m.source_id FROM member_merge m WHERE m.survivor_id = ?))
               AND program = ? AND card = ? ORDER BY cause_id
            """;

    @Inject
    TenantStore store;

    /**
     * Where a change of a card comes from.
     *
     * @param receipt of the order's state that made it
     */
    public record Occasion(UUID order, UUID receipt, Instant now) {}

    /** What a full card gave: what its vouchers are about, and the order that filled it. */
    public record Given(UUID cause, UUID order) {}

    public void add(Stamp stamp, Occasion occasion) {
        write(stamp, 1, occasion);
    }

    public void takeBack(Stamp stamp, Occasion occasion) {
        write(stamp, -1, occasion);
    }

    private void write(Stamp stamp, int change, Occasion occasion) {
        try (PreparedStatement statement = store.connection().prepareStatement(ADD)) {
            statement.setObject(1, Ids.next());
            card(statement, 2, stamp.card());
            statement.setObject(5, stamp.order());
            statement.setObject(6, stamp.day());
            statement.setInt(7, change);
            statement.setObject(8, occasion.receipt());
            statement.setObject(9, occasion.now().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new StampStoreException(failure);
        }
    }

    /** The stamps that stand for an order. */
    public List<Stamp> ofOrder(UUID order) {
        try (PreparedStatement statement = store.connection().prepareStatement(OF_ORDER)) {
            statement.setObject(1, order);
            return stamps(statement);
        } catch (SQLException failure) {
            throw new StampStoreException(failure);
        }
    }

    /** The stamps that stand on a card. */
    public List<Stamp> on(CardKey card) {
        try (PreparedStatement statement = store.connection().prepareStatement(OF_CARD)) {
            card(statement, 1, card);
            return stamps(statement);
        } catch (SQLException failure) {
            throw new StampStoreException(failure);
        }
    }

    /** Notes that a full card gave the vouchers of this cause. */
    public void addVoucher(CardKey card, UUID cause, Occasion occasion) {
        try (PreparedStatement statement = store.connection().prepareStatement(ADD_VOUCHER)) {
            statement.setObject(1, cause);
            card(statement, 2, card);
            statement.setObject(5, occasion.order());
            statement.setObject(6, occasion.now().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new StampStoreException(failure);
        }
    }

    /** Every stamp that stands for a member. */
    public List<Stamp> ofMember(MemberId member) {
        try (PreparedStatement statement = store.connection().prepareStatement(OF_MEMBER)) {
            statement.setObject(1, member.value());
            return stamps(statement);
        } catch (SQLException failure) {
            throw new StampStoreException(failure);
        }
    }

    /** What a card gave, the earliest first; what it gave to those who were merged into its member too. */
    public List<Given> given(CardKey card) {
        try (PreparedStatement statement = store.connection().prepareStatement(VOUCHERS)) {
            statement.setObject(1, card.member().value());
            card(statement, 2, card);
            List<Given> given = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    given.add(new Given(row.getObject("cause_id", UUID.class), row.getObject("order_id", UUID.class)));
                }
            }
            return given;
        } catch (SQLException failure) {
            throw new StampStoreException(failure);
        }
    }

    private static void card(PreparedStatement statement, int first, CardKey card) throws SQLException {
        statement.setObject(first, card.member().value());
        statement.setString(first + 1, card.program().value());
        statement.setString(first + 2, card.card());
    }

    private static List<Stamp> stamps(PreparedStatement statement) throws SQLException {
        List<Stamp> stamps = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                CardKey card = new CardKey(
                        new MemberId(row.getObject("member_id", UUID.class)),
                        new ProgramCode(row.getString("program")),
                        row.getString("card"));
                stamps.add(
                        new Stamp(card, row.getObject("order_id", UUID.class), row.getObject("day", LocalDate.class)));
            }
        }
        return stamps;
    }
}
