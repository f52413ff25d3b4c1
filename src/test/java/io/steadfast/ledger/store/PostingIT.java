package io.steadfast.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.ledger.core.DeficitPolicy;
import io.steadfast.ledger.core.EntryDraft;
import io.steadfast.ledger.core.LedgerRefusal;
import io.steadfast.ledger.core.LedgerRefused;
import io.steadfast.ledger.core.LotDates;
import io.steadfast.ledger.core.LotState;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posted;
import io.steadfast.ledger.core.ReturnPolicy;
import io.steadfast.shared.MemberId;
import io.steadfast.support.ClientTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostingIT extends ClientTest {

    private final List<LedgerSchema> made = new ArrayList<>();

    private LedgerSchema schema() throws Exception {
        LedgerSchema schema = LedgerSchema.make();
        made.add(schema);
        return schema;
    }

    @AfterEach
    void the_books_hold() throws Exception {
        for (LedgerSchema schema : made) {
            schema.requireWhole();
        }
    }

    @Test
    void a_grant_a_use_a_return_and_a_reversal_stand_in_the_balance() throws Exception {
        LedgerSchema books = schema();
        MemberId member = books.member();
        Posted earned = books.post(member, books.grant(100));
        assertThat(books.spendable(member)).isEqualTo(100);
        Posted used = books.post(member, LedgerSchema.spend(30));
        assertThat(used.balance(LedgerSchema.POINTS).orElseThrow().spendable()).isEqualTo(70);
        UUID use = used.entries().get(0).id();
        books.post(
                member,
                new Movement.GiveBack(LedgerSchema.POINTS, use, 10, ReturnPolicy.keepOriginal(), LedgerSchema.RULE));
        assertThat(books.spendable(member)).isEqualTo(80);
        UUID lot = earned.entries().get(0).id();
        Posted taken = books.post(
                member, new Movement.TakeBack(LedgerSchema.POINTS, lot, 100, DeficitPolicy.DEBT, LedgerSchema.RULE));
        assertThat(taken.balance(LedgerSchema.POINTS).orElseThrow().debt()).isEqualTo(20);
        assertThat(books.spendable(member)).isEqualTo(-20);
        Posted next = books.post(member, books.grant(50));
        assertThat(next.consequences()).hasSize(1);
        assertThat(books.spendable(member)).isEqualTo(30);
    }

    @Test
    void ten_thousand_lots_are_used_at_once() throws Exception {
        LedgerSchema books = schema();
        MemberId member = books.member();
        List<Movement> grants = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            grants.add(books.grant(1, LotDates.usableFrom(books.now).until(books.now.plus(Duration.ofDays(i + 1)))));
        }
        books.post(member, grants.toArray(Movement[]::new));
        Posted used = books.post(member, LedgerSchema.spend(9_999));
        EntryDraft entry = used.entries().get(0);
        assertThat(entry.allocations()).hasSize(9_999);
        assertThat(used.balance(LedgerSchema.POINTS).orElseThrow().spendable()).isEqualTo(1);
        assertThat(books.number("SELECT count(*) FROM open_lot")).isEqualTo(1);
        Posted back = books.post(
                member,
                new Movement.GiveBack(
                        LedgerSchema.POINTS, entry.id(), 9_999, ReturnPolicy.keepOriginal(), LedgerSchema.RULE));
        assertThat(back.entries().get(0).allocatedTo(LotState.ACTIVE)).isEqualTo(9_999);
        assertThat(books.spendable(member)).isEqualTo(10_000);
    }

    @Test
    void of_fifty_uses_at_once_of_a_balance_for_one_one_succeeds_and_the_others_are_refused() throws Exception {
        LedgerSchema books = schema();
        MemberId member = books.member();
        books.post(member, books.grant(100));
        ExecutorService tills = Executors.newFixedThreadPool(16);
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Callable<String> use = () -> {
                try {
                    books.post(member, LedgerSchema.spend(100));
                    return "used";
                } catch (LedgerRefused refused) {
                    return refused.reason().name();
                }
            };
            answers.add(tills.submit(use));
        }
        List<String> outcomes = new ArrayList<>();
        for (Future<String> answer : answers) {
            outcomes.add(answer.get());
        }
        tills.shutdown();
        assertThat(outcomes).filteredOn("used"::equals).hasSize(1);
        assertThat(outcomes)
                .filteredOn(LedgerRefusal.INSUFFICIENT_POINTS.name()::equals)
                .hasSize(49);
        assertThat(books.spendable(member)).isZero();
    }

    @Test
    void the_balance_goes_by_the_clock_and_not_by_the_jobs() throws Exception {
        LedgerSchema books = schema();
        MemberId member = books.member();
        LotDates soon = new LotDates(
                books.now,
                Optional.of(books.now.plus(Duration.ofDays(2))),
                Optional.of(books.now.plus(Duration.ofDays(10))));
        books.post(member, books.grant(5), books.grant(40, soon));
        assertThat(books.spendable(member)).isEqualTo(5);
        books.now = books.now.plus(Duration.ofDays(2));
        assertThat(books.spendable(member)).isEqualTo(45);
        Posted used = books.post(member, LedgerSchema.spend(41));
        assertThat(used.consequences()).hasSize(1);
        assertThat(books.spendable(member)).isEqualTo(4);
        books.now = books.now.plus(Duration.ofDays(8));
        assertThat(books.spendable(member)).isEqualTo(4);
        assertThatThrownBy(() -> books.post(member, LedgerSchema.spend(5))).isInstanceOf(LedgerRefused.class);
    }
}
