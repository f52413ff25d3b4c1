package io.steadfast.referrals.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.core.Trigger.Side;
import io.steadfast.referrals.core.Friendship.Paid;
import io.steadfast.referrals.core.Friendship.Reward;
import io.steadfast.referrals.core.Friendship.State;
import io.steadfast.referrals.core.Friendship.WinningOrder;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a referral moves, however orders, returns and the work that is due interleave. */
class FriendshipTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant DUE = START.plusSeconds(14 * 86_400);
    private static final WinningOrder ORDER = new WinningOrder(new UUID(0, 9), "shop", "1");

    @Test
    void both_sides_have_it_before_it_is_rewarded() {
        Friendship one = joined().ordered(ORDER, Optional.of(DUE));
        assertThat(one.pays(Side.REFERRER, DUE.minusSeconds(1))).isFalse();
        assertThat(one.pays(Side.REFERRER, DUE)).isTrue();
        Friendship half = one.settled(Side.REFERRER, given(500));
        assertThat(half.state()).isEqualTo(State.ORDERED);
        assertThat(half.pays(Side.REFERRER, DUE)).isFalse();
        Friendship whole = half.settled(Side.FRIEND, given(0));
        assertThat(whole.state()).isEqualTo(State.REWARDED);
        assertThat(whole.dueAt()).isEmpty();
    }

    @Test
    void an_order_that_comes_back_before_anybody_was_paid_leaves_room_for_another() {
        Friendship lost = joined().ordered(ORDER, Optional.of(DUE)).lost(START);
        assertThat(lost).isEqualTo(joined());
    }

    @Test
    void an_order_that_comes_back_when_only_one_was_paid_takes_that_back_and_never_pays_the_other() {
        Friendship lost = joined().ordered(ORDER, Optional.of(DUE))
                .settled(Side.FRIEND, given(250))
                .lost(DUE);
        assertThat(lost.state()).isEqualTo(State.TAKING_BACK);
        assertThat(lost.pays(Side.REFERRER, DUE)).isFalse();
        assertThat(lost.takes(Side.REFERRER, DUE)).isFalse();
        assertThat(lost.takes(Side.FRIEND, DUE)).isTrue();
        Friendship done = lost.settled(Side.FRIEND, lost.friendReward().takenBack());
        assertThat(done.state()).isEqualTo(State.TAKEN_BACK);
        assertThat(done.dueAt()).isEmpty();
    }

    /** Whatever happens in whichever order: each side is paid at most once, and never has more taken than it got. */
    @Test
    void no_schedule_pays_twice_or_takes_more_than_was_paid() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            Friendship one = joined();
            int[] paid = new int[2];
            int[] taken = new int[2];
            for (int step = 0; step < 30; step++) {
                Side side = Side.values()[random.nextInt(2)];
                switch (random.nextInt(4)) {
                    case 0 -> one = one.state() == State.JOINED ? one.ordered(ORDER, Optional.of(DUE)) : one;
                    case 1 -> one = one.state() == State.ORDERED || one.state() == State.REWARDED ? one.lost(DUE) : one;
                    case 2 -> {
                        if (one.pays(side, DUE)) {
                            paid[side.ordinal()]++;
                            one = one.settled(side, given(10));
                        }
                    }
                    default -> {
                        if (one.takes(side, DUE)) {
                            taken[side.ordinal()]++;
                            one = one.settled(side, one.reward(side).takenBack());
                        }
                    }
                }
                for (Side each : Side.values()) {
                    assertThat(paid[each.ordinal()]).as("seed %d", seed).isLessThanOrEqualTo(1);
                    assertThat(taken[each.ordinal()]).as("seed %d", seed).isLessThanOrEqualTo(paid[each.ordinal()]);
                }
                if (one.state() == State.REWARDED) {
                    assertThat(paid).as("seed %d", seed).containsExactly(1, 1);
                }
                if (one.state() == State.TAKEN_BACK) {
                    assertThat(taken).as("seed %d", seed).containsExactly(paid);
                }
                boolean waits = one.state() == State.ORDERED || one.state() == State.TAKING_BACK;
                assertThat(one.dueAt().isPresent()).as("seed %d", seed).isEqualTo(waits);
            }
        }
    }

    private static Reward given(long points) {
        return new Reward(Paid.YES, points, List.of());
    }

    private static Friendship joined() {
        return new Friendship(
                new UUID(0, 1),
                new ProgramCode("club"),
                new MemberId(new UUID(0, 2)),
                new MemberId(new UUID(0, 3)),
                START,
                State.JOINED,
                Optional.empty(),
                Optional.empty(),
                Reward.NONE,
                Reward.NONE);
    }
}
