package io.steadfast.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.ledger.core.CanonicalBytes;
import io.steadfast.ledger.core.LotDates;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posted;
import io.steadfast.ledger.core.Seal;
import io.steadfast.ledger.core.TamperedRow;
import io.steadfast.shared.MemberId;
import io.steadfast.support.ClientTest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChainVerifierIT extends ClientTest {

    @Test
    void the_database_and_the_application_make_the_same_bytes() throws Exception {
        LedgerSchema books = LedgerSchema.make();
        for (Object[] fields :
                List.of(new Object[] {"a", null, ""}, new Object[] {"会员", -5L, new UUID(1, 2)}, new Object[] {
                    "x".repeat(300), Long.MAX_VALUE
                })) {
            String bytes = books.call(connection -> {
                String marks = "?::text,".repeat(fields.length);
                try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT encode(ledger_bytes(" + marks.substring(0, marks.length() - 1) + "), 'hex')")) {
                    for (int i = 0; i < fields.length; i++) {
                        statement.setString(i + 1, fields[i] == null ? null : fields[i].toString());
                    }
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        return row.getString(1);
                    }
                }
            });
            assertThat(bytes).isEqualTo(HexFormat.of().formatHex(CanonicalBytes.of(fields)));
        }
    }

    @Test
    void whatever_row_is_tampered_with_is_named() throws Exception {
        for (String[] tampering : List.of(
                new String[] {"leg", "UPDATE leg SET points = points + 1 WHERE ctid = (SELECT min(ctid) FROM leg)"},
                new String[] {"lot", "UPDATE lot SET funder = 'somebody' WHERE ctid = (SELECT min(ctid) FROM lot)"},
                new String[] {"lot_change", "UPDATE lot_change SET expires_at = expires_at + interval '1 day'"},
                new String[] {"allocation", "UPDATE allocation SET points = points - 1 WHERE points > 1"},
                new String[] {"entry", "UPDATE entry SET rule = 'other' WHERE rule IS NOT NULL AND seq = 2"},
                new String[] {"entry", "DELETE FROM entry WHERE seq = 2"},
                new String[] {"entry", "DELETE FROM allocation"},
                new String[] {"standing", "UPDATE standing SET chain_seq = chain_seq - 1"},
                new String[] {"seal", "UPDATE seal SET root = sha256(root)"},
                new String[] {
                    "seal", "DELETE FROM seal_head WHERE member_id = (SELECT member_id FROM seal_head LIMIT 1)"
                })) {
            LedgerSchema books = written();
            assertThat(books.call(ChainVerifier::firstTampered)).isEmpty();
            books.run(tampering[1]);
            Optional<TamperedRow> named = books.call(ChainVerifier::firstTampered);
            assertThat(named).as(tampering[1]).isPresent();
            assertThat(named.orElseThrow().table()).as(tampering[1]).isEqualTo(tampering[0]);
        }
    }

    @Test
    void one_flipped_byte_names_the_very_row() throws Exception {
        LedgerSchema books = written();
        String entry = books.call(connection -> {
            try (ResultSet row = connection
                    .createStatement()
                    .executeQuery("SELECT entry_id::text FROM entry ORDER BY seq DESC LIMIT 1")) {
                row.next();
                return row.getString(1);
            }
        });
        books.run("UPDATE entry SET hash = set_byte(hash, 3, get_byte(hash, 3) # 1) WHERE entry_id = '" + entry + "'");
        assertThat(books.call(ChainVerifier::firstTampered).orElseThrow().key()).isEqualTo(entry);
    }

    @Test
    void a_chain_rewritten_to_fit_doesnt_fit_its_seal() throws Exception {
        LedgerSchema books = written();
        books.run("DELETE FROM allocation WHERE entry_id IN (SELECT entry_id FROM entry WHERE seq = 3)");
        books.run("DELETE FROM leg WHERE entry_id IN (SELECT entry_id FROM entry WHERE seq >= 3)");
        books.run("DELETE FROM lot_change");
        books.run("DELETE FROM entry WHERE seq >= 3");
        books.run("UPDATE standing s SET chain_seq = 2, chain_head = e.hash FROM entry e"
                + " WHERE e.member_id = s.member_id AND e.seq = 2");
        assertThat(books.call(ChainVerifier::firstTampered).orElseThrow().table())
                .isEqualTo("seal_head");
    }

    @Test
    void a_seal_covers_what_moved_since_the_last_and_nothing_twice() throws Exception {
        LedgerSchema books = written();
        assertThat(books.call(SealStore::last).moreSince()).isFalse();
        MemberId member = books.member();
        books.post(member, books.grant(5));
        assertThat(books.call(SealStore::last).moreSince()).isTrue();
        Optional<Seal> second = books.call(connection -> SealStore.seal(connection, books.now, 100));
        assertThat(second.orElseThrow().members()).isEqualTo(1);
        Optional<Seal> third = books.call(connection -> SealStore.seal(connection, books.now, 100));
        assertThat(third).isEmpty();
        books.requireWhole();
    }

    /** Two members with every kind of row, sealed. */
    private static LedgerSchema written() throws Exception {
        LedgerSchema books = LedgerSchema.make();
        for (int i = 0; i < 2; i++) {
            MemberId member = books.member();
            LotDates dates = LotDates.usableFrom(books.now).until(books.now.plus(Duration.ofDays(30)));
            Posted earned = books.post(member, books.grant(20, dates), books.grant(5));
            books.post(member, LedgerSchema.spend(12));
            books.post(
                    member,
                    new Movement.Redate(
                            LedgerSchema.POINTS,
                            earned.entries().get(0).id(),
                            Optional.empty(),
                            Optional.of(books.now.plus(Duration.ofDays(60))),
                            LedgerSchema.RULE));
        }
        books.call(connection -> SealStore.seal(connection, books.now, 100));
        return books;
    }
}
