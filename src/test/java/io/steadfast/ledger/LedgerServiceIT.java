package io.steadfast.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.ledger.core.Posting;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.shared.MemberId;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerServiceIT extends ContainerTest {

    @Inject
    TenantBooks books;

    @Inject
    LedgerService ledger;

    @Inject
    StatementService statement;

    @Inject
    TenantStore store;

    @Test
    void two_postings_of_one_transaction_follow_each_other() throws Exception {
        books.inTenant(() -> {
            MemberId member = books.member();
            books.inTransaction(() -> {
                ledger.lockMember(member);
                ledger.post(Posting.of(member, TenantBooks.NOW, TenantBooks.grant(40)));
                return ledger.post(Posting.of(member, TenantBooks.NOW, TenantBooks.spend(15)));
            });
            assertThat(statement.balances(member).wallets().get(0).spendable()).isEqualTo(25);
            return member;
        });
    }

    @Test
    void nothing_is_posted_for_a_member_who_isnt_locked() throws Exception {
        books.inTenant(() -> {
            MemberId member = books.member();
            assertThatThrownBy(() -> books.inTransaction(
                            () -> ledger.post(Posting.of(member, TenantBooks.NOW, TenantBooks.grant(1)))))
                    .hasStackTraceContaining("isn't locked");
            return member;
        });
    }

    @Test
    void a_refused_posting_leaves_nothing_behind() throws Exception {
        books.inTenant(() -> {
            MemberId member = books.member();
            assertThatThrownBy(() -> books.post(member, TenantBooks.grant(5), TenantBooks.spend(6)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("INSUFFICIENT_POINTS");
            assertThat(statement.balances(member).wallets()).isEmpty();
            return member;
        });
    }

    @Test
    void somebody_without_books_is_unknown() throws Exception {
        books.inTenant(() -> {
            MemberId nobody = new MemberId(Ids.next());
            assertThatThrownBy(() -> books.inTransaction(() -> ledger.lockMember(nobody)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("MEMBER_UNKNOWN");
            return nobody;
        });
    }

    @Test
    void the_applications_role_cant_change_or_delete_what_is_append_only() throws Exception {
        books.inTenant(() -> {
            for (String table :
                    List.of("entry", "leg", "lot", "lot_change", "allocation", "seal", "seal_head", "period_close")) {
                for (String sql : List.of("DELETE FROM " + table, "TRUNCATE " + table)) {
                    assertThatThrownBy(() -> books.inTransaction(() -> run(sql)))
                            .as(sql)
                            .hasStackTraceContaining("permission denied");
                }
            }
            assertThatThrownBy(() -> books.inTransaction(() -> run("UPDATE entry SET reason = 'other'")))
                    .hasStackTraceContaining("permission denied");
            return store;
        });
    }

    private int run(String sql) throws SQLException {
        try (Statement statement = store.connection().createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
