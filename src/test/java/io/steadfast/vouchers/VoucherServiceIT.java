package io.steadfast.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.Shop;
import io.steadfast.ledger.Invariants;
import io.steadfast.ledger.LedgerService;
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
import java.time.Instant;
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
                        () -> vouchers.use(code, new VoucherUse(new VoucherOrder("shop", "1"), Optional.of(1L)))))
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
        shop.call(() -> vouchers.use(code, new VoucherUse(order, Optional.of(250L))));
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

    private void run() {
        shop.call(() -> {
            due.runDue(shop.now());
            return true;
        });
    }
}
