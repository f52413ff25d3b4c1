package io.steadfast.ledger.store;

import io.steadfast.ledger.core.NoticePromise;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/** The deadlines of accounts that wait for a notice. */
@ApplicationScoped
public class AccountPromises {

    /** Neither a plan nor a deadline that was told gives way to an earlier one. */
    private static final String PLAN_ACCOUNT = """
            INSERT INTO account_promise AS p (member_id, wallet, notice_days, planned_at, ask_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (member_id, wallet) DO UPDATE
            SET notice_days = excluded.notice_days, planned_at = excluded.planned_at, ask_at = excluded.ask_at,
                announced_at = NULL, lapsed_at = NULL
            WHERE excluded.planned_at > p.planned_at
              AND NOT EXISTS (SELECT 1 FROM account a WHERE a.member_id = p.member_id AND a.wallet = p.wallet
                                 AND a.inactivity_deadline >= excluded.planned_at)
            """;

    private static final String WAITS = """
            SELECT 1 FROM account_promise p JOIN account a ON a.member_id = p.member_id AND a.wallet = p.wallet
             WHERE p.member_id = ? AND p.wallet = ? AND p.lapsed_at IS NULL AND a.inactivity_deadline IS NULL
            """;

    private static final String MOVE_PLAN = """
            UPDATE account_promise SET planned_at = ?, ask_at = ask_at + (?::timestamptz - planned_at), announced_at = NULL
             WHERE member_id = ? AND wallet = ? AND planned_at < ?
            """;

    private static final String DROP_PLAN = "DELETE FROM account_promise WHERE member_id = ? AND wallet = ?";

    @Inject
    private LedgerStore ledger;

    private interface Binding {
        void to(Rows.Binder binder) throws SQLException;
    }

    /**
     * Keeps the planned deadline of an account, which only ever moves later; a new plan wants a new notice.
     *
     * @return whether it is a new one
     */
    public boolean plan(MemberId member, WalletCode wallet, NoticePromise promise, Instant planned) {
        return changes(
                PLAN_ACCOUNT,
                binder -> binder.value(member.value())
                        .value(wallet.value())
                        .value(promise.days())
                        .value(planned)
                        .value(promise.askAt(planned)));
    }

    /** Whether the account's deadline waits for a notice. */
    public boolean waits(MemberId member, WalletCode wallet) {
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(WAITS)) {
                new Rows.Binder(connection, statement).value(member.value()).value(wallet.value());
                return statement.executeQuery().next();
            }
        });
    }

    /** Moves the planned deadline of an account to a later one, which wants a new notice. */
    public void move(MemberId member, WalletCode wallet, Instant planned) {
        changes(
                MOVE_PLAN,
                binder -> binder.value(planned)
                        .value(planned)
                        .value(member.value())
                        .value(wallet.value())
                        .value(planned));
    }

    /** The account doesn't lapse any more: nobody is to be told that it does. */
    public void drop(MemberId member, WalletCode wallet) {
        changes(DROP_PLAN, binder -> binder.value(member.value()).value(wallet.value()));
    }

    /** Whether a row was written. */
    private boolean changes(String sql, Binding binding) {
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binding.to(new Rows.Binder(connection, statement));
                return statement.executeUpdate() > 0;
            }
        });
    }
}
