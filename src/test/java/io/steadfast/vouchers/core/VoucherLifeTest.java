package io.steadfast.vouchers.core;

import static io.steadfast.vouchers.core.VoucherEvent.Kind.ACTIVATED;
import static io.steadfast.vouchers.core.VoucherEvent.Kind.BLOCKED;
import static io.steadfast.vouchers.core.VoucherEvent.Kind.CANCELLED;
import static io.steadfast.vouchers.core.VoucherEvent.Kind.CREATED;
import static io.steadfast.vouchers.core.VoucherEvent.Kind.EXPIRED;
import static io.steadfast.vouchers.core.VoucherEvent.Kind.HELD;
import static io.steadfast.vouchers.core.VoucherEvent.Kind.REISSUED;
import static io.steadfast.vouchers.core.VoucherEvent.Kind.RELEASED;
import static io.steadfast.vouchers.core.VoucherEvent.Kind.UNBLOCKED;
import static io.steadfast.vouchers.core.VoucherEvent.Kind.UNUSED;
import static io.steadfast.vouchers.core.VoucherEvent.Kind.USED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VoucherLifeTest {

    private static final VoucherOrder ORDER = new VoucherOrder("shop", "held");
    private static final Instant BEFORE = Vouchers.ACTIVE_FROM.minusNanos(1000);
    private static final Instant DURING = Vouchers.ACTIVE_FROM.plus(Duration.ofDays(3));
    private static final Instant LAST = Vouchers.EXPIRES.minusNanos(1000);

    @Test
    void it_can_be_used_from_its_first_instant_to_its_last_and_no_longer() {
        Voucher voucher = Vouchers.of(1000);
        assertThat(VoucherLife.refusal(voucher, USED, 10, BEFORE)).contains(VoucherRefusal.VOUCHER_NOT_ACTIVE);
        assertThat(VoucherLife.refusal(voucher, USED, 10, Vouchers.ACTIVE_FROM)).isEmpty();
        assertThat(VoucherLife.refusal(voucher, USED, 10, LAST)).isEmpty();
        assertThat(VoucherLife.refusal(voucher, USED, 10, Vouchers.EXPIRES)).contains(VoucherRefusal.VOUCHER_EXPIRED);
    }

    @Test
    void it_is_used_in_parts_until_nothing_remains() {
        Voucher part = VoucherLife.after(Vouchers.of(1000), USED, 400, DURING);
        assertThat(part.state()).isEqualTo(VoucherState.PARTLY_USED);
        assertThat(part.remaining()).isEqualTo(600);
        assertThat(VoucherLife.refusal(part, USED, 601, DURING)).contains(VoucherRefusal.VOUCHER_EXCEEDED);
        Voucher used = VoucherLife.after(part, USED, 600, DURING);
        assertThat(used.state()).isEqualTo(VoucherState.USED);
        assertThat(VoucherLife.refusal(used, USED, 1, DURING)).contains(VoucherRefusal.VOUCHER_USED);
        assertThat(used.seq()).isEqualTo(4);
    }

    @Test
    void an_undone_use_comes_back_and_what_lapsed_meanwhile_has_lapsed() {
        Voucher used = VoucherLife.after(Vouchers.of(1000), USED, 1000, DURING);
        assertThat(VoucherLife.refusal(used, UNUSED, 1001, DURING)).contains(VoucherRefusal.VOUCHER_NOT_USED);
        assertThat(VoucherLife.refusal(used, UNUSED, 0, DURING)).contains(VoucherRefusal.VOUCHER_NOT_USED);
        assertThat(VoucherLife.after(used, UNUSED, 400, DURING).state()).isEqualTo(VoucherState.PARTLY_USED);
        assertThat(VoucherLife.after(used, UNUSED, 1000, DURING).state()).isEqualTo(VoucherState.ACTIVE);
        assertThat(VoucherLife.after(used, UNUSED, 1000, Vouchers.EXPIRES).state())
                .isEqualTo(VoucherState.EXPIRED);
    }

    @Test
    void a_blocked_one_does_nothing_until_the_block_is_lifted() {
        Voucher part = VoucherLife.after(Vouchers.of(1000), USED, 400, DURING);
        Voucher blocked = VoucherLife.after(part, BLOCKED, 0, DURING);
        for (VoucherEvent.Kind kind : new VoucherEvent.Kind[] {USED, UNUSED, CANCELLED, BLOCKED}) {
            assertThat(VoucherLife.refusal(blocked, kind, 1, DURING)).contains(VoucherRefusal.VOUCHER_BLOCKED);
        }
        assertThat(VoucherLife.after(blocked, UNBLOCKED, 0, DURING).state()).isEqualTo(VoucherState.PARTLY_USED);
        assertThat(VoucherLife.after(blocked, UNBLOCKED, 0, Vouchers.EXPIRES).state())
                .isEqualTo(VoucherState.EXPIRED);
        assertThat(VoucherLife.refusal(part, UNBLOCKED, 0, DURING)).contains(VoucherRefusal.VOUCHER_NOT_BLOCKED);
    }

    @Test
    void only_an_unused_one_is_taken_back() {
        assertThat(VoucherLife.after(Vouchers.of(1000), CANCELLED, 0, BEFORE).state())
                .isEqualTo(VoucherState.CANCELLED);
        Voucher part = VoucherLife.after(Vouchers.of(1000), USED, 1, DURING);
        assertThat(VoucherLife.refusal(part, CANCELLED, 0, DURING)).contains(VoucherRefusal.VOUCHER_USED);
        assertThat(VoucherLife.refusal(Vouchers.of(1000), CANCELLED, 0, Vouchers.EXPIRES))
                .contains(VoucherRefusal.VOUCHER_EXPIRED);
    }

    @Test
    void the_clock_alone_makes_it_active_and_expired_whether_the_job_ran_or_not() {
        Voucher voucher = Vouchers.of(1000);
        assertThat(voucher.stateAt(BEFORE)).isEqualTo(VoucherState.ASSIGNED);
        assertThat(voucher.stateAt(Vouchers.ACTIVE_FROM)).isEqualTo(VoucherState.ACTIVE);
        assertThat(voucher.stateAt(Vouchers.EXPIRES)).isEqualTo(VoucherState.EXPIRED);
        Voucher active = VoucherLife.after(voucher, ACTIVATED, 0, DURING);
        Voucher expired = VoucherLife.after(active, EXPIRED, 0, Vouchers.EXPIRES);
        assertThat(expired.state()).isEqualTo(VoucherState.EXPIRED);
        assertThat(VoucherLife.refusal(active, EXPIRED, 0, LAST)).isPresent();
        assertThat(VoucherLife.refusal(expired, EXPIRED, 0, Vouchers.EXPIRES)).isPresent();
        assertThatThrownBy(() -> VoucherLife.after(voucher, CREATED, 0, DURING))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_held_is_usable_past_its_end_until_the_hold_is_over_and_nobody_else_can_take_it() {
        Voucher voucher = Vouchers.of(1000);
        Instant late = Vouchers.EXPIRES.minusSeconds(60);
        Voucher held = VoucherLife.held(voucher, new VoucherHold(ORDER, late.plusSeconds(600)), late);
        assertThat(held.stateAt(late)).isEqualTo(VoucherState.HELD);
        assertThat(held.stateAt(Vouchers.EXPIRES.plusSeconds(539))).isEqualTo(VoucherState.HELD);
        assertThat(held.stateAt(Vouchers.EXPIRES.plusSeconds(540))).isEqualTo(VoucherState.EXPIRED);
        assertThat(held.heldFromAt(new VoucherOrder("shop", "other"), late)).isTrue();
        assertThat(held.heldFromAt(ORDER, late)).isFalse();
        assertThat(VoucherLife.refusal(held, HELD, 0, late)).contains(VoucherRefusal.VOUCHER_HELD);
        assertThat(VoucherLife.refusal(held, CANCELLED, 0, late)).contains(VoucherRefusal.VOUCHER_HELD);
        assertThat(VoucherLife.refusal(held, UNUSED, 1, late)).contains(VoucherRefusal.VOUCHER_HELD);
        assertThat(VoucherLife.refusal(held, REISSUED, 0, late)).contains(VoucherRefusal.VOUCHER_HELD);
        Voucher used = VoucherLife.after(held, USED, 400, Vouchers.EXPIRES.plusSeconds(60));
        assertThat(used.hold()).isEmpty();
        assertThat(VoucherLife.after(held, RELEASED, 0, late).state()).isEqualTo(VoucherState.ACTIVE);
        assertThat(VoucherLife.refusal(voucher, RELEASED, 0, late)).contains(VoucherRefusal.VOUCHER_NOT_HELD);
    }

    @Test
    void a_lost_voucher_can_be_replaced_and_one_that_is_over_cant() {
        Voucher voucher = Vouchers.of(1000);
        Voucher blocked = VoucherLife.after(voucher, BLOCKED, 0, DURING);
        assertThat(VoucherLife.after(blocked, REISSUED, 0, DURING).state()).isEqualTo(VoucherState.CANCELLED);
        Voucher used = VoucherLife.after(voucher, USED, 1000, DURING);
        assertThat(VoucherLife.refusal(used, REISSUED, 0, DURING)).contains(VoucherRefusal.VOUCHER_USED);
    }

    @Test
    void what_was_used_of_a_replaced_voucher_stays_used() {
        Voucher part = VoucherLife.after(Vouchers.of(1000), USED, 400, DURING);
        Voucher replaced = VoucherLife.after(part, REISSUED, 0, DURING);
        assertThat(VoucherLife.refusal(replaced, UNUSED, 400, DURING)).contains(VoucherRefusal.VOUCHER_CANCELLED);
    }

    @Test
    void what_is_let_go_past_its_end_still_has_to_expire() {
        Instant late = Vouchers.EXPIRES.minusSeconds(60);
        Voucher part = VoucherLife.after(Vouchers.of(1000), USED, 400, DURING);
        Voucher held = VoucherLife.held(part, new VoucherHold(ORDER, late.plusSeconds(600)), late);
        Instant over = late.plusSeconds(600);
        Voucher released = VoucherLife.after(held, RELEASED, 0, over);
        assertThat(released.state()).isEqualTo(VoucherState.PARTLY_USED);
        assertThat(released.stateAt(over)).isEqualTo(VoucherState.EXPIRED);
        assertThat(VoucherLife.after(released, EXPIRED, 0, over).state()).isEqualTo(VoucherState.EXPIRED);
    }

    /** Whatever happens in whatever order: face is used and remaining, and nothing is used of what is over. */
    @Test
    void its_face_is_always_what_was_used_and_what_remains() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            Voucher voucher = Vouchers.of(1 + random.nextInt(50));
            Instant now = Vouchers.ISSUED;
            long used = 0;
            for (int step = 0; step < 30; step++) {
                now = now.plus(Duration.ofHours(random.nextInt(60)));
                VoucherEvent.Kind kind = VoucherEvent.Kind.values()[random.nextInt(VoucherEvent.Kind.values().length)];
                long amount = random.nextInt(20);
                Optional<VoucherRefusal> refusal = VoucherLife.refusal(voucher, kind, amount, now);
                VoucherState before = voucher.stateAt(now);
                if (refusal.isEmpty()) {
                    voucher = kind == HELD
                            ? VoucherLife.held(voucher, new VoucherHold(ORDER, now.plus(Duration.ofHours(9))), now)
                            : VoucherLife.after(voucher, kind, amount, now);
                    used += kind == USED ? amount : kind == UNUSED ? -amount : 0;
                    if (kind == USED) {
                        assertThat(before)
                                .as("seed %d", seed)
                                .isIn(VoucherState.ACTIVE, VoucherState.HELD, VoucherState.PARTLY_USED);
                    }
                }
                assertThat(voucher.used()).as("seed %d", seed).isEqualTo(used);
                assertThat(voucher.used() + voucher.remaining()).isEqualTo(voucher.face());
                assertThat(voucher.state() == VoucherState.USED)
                        .as("seed %d", seed)
                        .isEqualTo(voucher.remaining() == 0
                                && voucher.state() != VoucherState.BLOCKED
                                && voucher.state() != VoucherState.EXPIRED);
            }
        }
    }
}
