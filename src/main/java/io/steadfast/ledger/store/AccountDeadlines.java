package io.steadfast.ledger.store;

import io.steadfast.shared.WalletCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Moves the inactivity deadline of an account beside any posting: it is a rule that changes, not what the member has. */
final class AccountDeadlines {

    /** Parameters: deadline, deadline, member, wallet, now. */
    private static final String MOVE = """
            UPDATE account SET inactivity_deadline =
                CASE WHEN ?::timestamptz IS NULL THEN NULL ELSE greatest(inactivity_deadline, ?::timestamptz) END
            WHERE member_id = ? AND wallet = ? AND (inactivity_deadline IS NULL OR inactivity_deadline > ?)
            """;

    /** Parameters: member. */
    private static final String STANDING = """
            UPDATE standing s SET next_expiry_at = (
                SELECT min(least(a.next_expiry_at, a.inactivity_deadline)) FROM account a
                WHERE a.member_id = s.member_id AND a.active_points + a.pending_points > 0)
            WHERE s.member_id = ?
            """;

    private AccountDeadlines() {}

    /** A deadline that has passed has done its work, whether or not it is posted. */
    static void move(Connection connection, HeldMember held, WalletCode wallet, Optional<Instant> deadline, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVE + ";" + STANDING)) {
            new Rows.Binder(connection, statement)
                    .value(deadline.map(Rows::time).orElse(null))
                    .value(deadline.map(Rows::time).orElse(null))
                    .value(held.member().value())
                    .value(wallet.value())
                    .value(now)
                    .value(held.member().value());
            statement.execute();
        }
    }
}
