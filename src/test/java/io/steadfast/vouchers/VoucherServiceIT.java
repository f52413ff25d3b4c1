package io.steadfast.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.Shop;
import io.steadfast.ledger.Invariants;
import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.core.Violation;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherEvent;
import io.steadfast.vouchers.core.VoucherOrder;
import io.steadfast.vouchers.core.VoucherRefusal;
import io.steadfast.vouchers.core.VoucherState;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class VoucherServiceIT extends ContainerTest {

    private static final String START = "2026-01-01T08:00:00Z";

    @Inject
    Shop shop;

    @Inject
    VoucherService vouchers;

    @Inject
    VoucherHoldService holds;

    @Inject
    VoucherDue due;

    @Inject
    ProgramService programs;

    @Inject
    LedgerService ledger;

    @Inject
    Invariants invariants;

    @Inject
    UserTransaction transaction;

    private Voucher issued(Optional<Instant> activeFrom) {
        shop.open("2026-03-15T19:00:00Z");
        ProgramCode program = shop.publish("P2", START);
        MemberId member = shop.member("anna", START, program);
        return shop.call(() -> {
            transaction.begin();
            ledger.lockMember(member);
            ProgramVersion version = programs.inForce(program, shop.now()).orElseThrow();
            Voucher voucher = vouchers.issue(new VoucherIssue(
                    member,
                    version,
                    version.document().reward(new RewardCode("voucher-10")).orElseThrow(),
                    activeFrom,
                    "BIRTHDAY",
                    Optional.empty()));
            transaction.commit();
            return voucher;
        });
    }

    @Test
    void a_voucher_that_becomes_active_later_is_activated_and_expired_by_the_job_once() {
        Voucher voucher = issued(Optional.of(Instant.parse("2026-04-01T07:00:00Z")));
        String code = voucher.code().shown();
        assertThat(voucher.state()).isEqualTo(VoucherState.ASSIGNED);
        assertThat(shop.call(() -> due.nextDue())).contains(Instant.parse("2026-04-01T07:00:00Z"));
        Assertions.assertThatThrownBy(() -> shop.call(
                        () -> vouchers.use(code, VoucherUse.of(new VoucherOrder("shop", "1"), Optional.of(1L)))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(VoucherRefusal.VOUCHER_NOT_ACTIVE));
        shop.at("2026-04-02T00:00:00Z");
        run();
        assertThat(shop.call(() -> vouchers.get(code)).state()).isEqualTo(VoucherState.ACTIVE);
        Instant end = voucher.expiresAt().orElseThrow();
        assertThat(end).isEqualTo(Instant.parse("2027-04-02T07:00:00Z"));
        assertThat(shop.call(() -> due.nextDue())).contains(end);
        shop.at(end.toString());
        run();
        run();
        VoucherHistory history = shop.call(() -> vouchers.history(code));
        assertThat(history.voucher().state()).isEqualTo(VoucherState.EXPIRED);
        assertThat(history.events())
                .extracting(VoucherEvent::kind)
                .containsExactly(
                        VoucherEvent.Kind.CREATED,
                        VoucherEvent.Kind.ASSIGNED,
                        VoucherEvent.Kind.ACTIVATED,
                        VoucherEvent.Kind.EXPIRED);
        assertThat(shop.number("SELECT count(*) FROM outbox_event WHERE type = 'voucher.expired'"))
                .isEqualTo(1);
        assertThat(shop.call(() -> due.nextDue())).isEmpty();
    }

    @Test
    void blocking_and_lifting_the_block_are_events_and_the_invariants_hold() {
        String code = issued(Optional.empty()).code().shown();
        VoucherOrder order = new VoucherOrder("shop", "1");
        shop.call(() -> vouchers.use(code, VoucherUse.of(order, Optional.of(250L))));
        shop.call(() -> vouchers.block(code, "LOST"));
        Voucher lifted = shop.call(() -> vouchers.unblock(code, "FOUND"));
        assertThat(lifted.state()).isEqualTo(VoucherState.PARTLY_USED);
        assertThat(shop.call(() -> vouchers.worthAt(code, order))).contains(250L);
        shop.call(() -> vouchers.unuse(code, order));
        assertThat(shop.call(() -> vouchers.worthAt(code, order))).isEmpty();
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
        assertThat(shop.number("SELECT count(*) FROM audit WHERE action LIKE 'voucher.%'"))
                .isEqualTo(2);
    }

    @Test
    void a_use_isnt_undone_on_a_voucher_that_was_replaced_and_the_invariants_watch_it() {
        String code = issued(Optional.empty()).code().shown();
        VoucherOrder order = new VoucherOrder("shop", "1");
        shop.call(() -> vouchers.use(code, VoucherUse.of(order, Optional.of(400L))));
        Voucher fresh = shop.call(() -> vouchers.reissue(code, "LOST"));
        Assertions.assertThatThrownBy(() -> shop.call(() -> vouchers.unuse(code, order)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(VoucherRefusal.VOUCHER_CANCELLED));
        assertThat(shop.number("SELECT sum(remaining) FROM voucher WHERE state NOT IN ('CANCELLED')"))
                .isEqualTo(600)
                .isEqualTo(fresh.face());
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
        shop.change("UPDATE voucher SET state = 'ACTIVE' WHERE used = 400");
        assertThat(shop.call(() -> invariants.violations()))
                .extracting(Violation::invariant)
                .containsExactly("I10");
        shop.change("UPDATE voucher SET state = 'CANCELLED' WHERE used = 400");
    }

    @Test
    void a_voucher_held_past_its_end_is_let_go_and_then_expires() {
        Voucher voucher = issued(Optional.empty());
        String code = voucher.code().shown();
        Instant end = voucher.expiresAt().orElseThrow();
        shop.at(end.minusSeconds(60).toString());
        shop.call(() -> holds.hold(code, new VoucherOrder("shop", "1"), Duration.ofMinutes(10)));
        shop.at(end.plusSeconds(3600).toString());
        run();
        List<VoucherEvent> events = shop.call(() -> vouchers.history(code)).events();
        assertThat(events.subList(4, events.size()))
                .extracting(VoucherEvent::kind)
                .containsExactly(VoucherEvent.Kind.RELEASED, VoucherEvent.Kind.EXPIRED);
        assertThat(events.subList(4, events.size()))
                .extracting(VoucherEvent::at)
                .containsOnly(end.plusSeconds(540));
        assertThat(shop.number("SELECT count(*) FROM outbox_event WHERE type = 'voucher.expired'"))
                .isEqualTo(1);
        assertThat(shop.call(() -> due.nextDue())).isEmpty();
    }

    private void run() {
        shop.call(() -> {
            due.runDue(shop.now());
            return true;
        });
    }
}
