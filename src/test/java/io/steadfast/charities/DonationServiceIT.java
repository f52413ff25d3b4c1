package io.steadfast.charities;

import static io.steadfast.charities.Givers.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.accrual.Shop;
import io.steadfast.charities.core.CharityRefusal;
import io.steadfast.charities.core.Donation;
import io.steadfast.charities.core.DonationState;
import io.steadfast.charities.core.Part;
import io.steadfast.ledger.core.LedgerRefusal;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RefusalReason;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Give points (P5): the acceptance figures of the program. */
class DonationServiceIT extends ContainerTest {

    @Inject
    Givers givers;

    @Inject
    DonationService donations;

    @Inject
    MemberService members;

    private Shop shop;
    private ProgramCode p5;
    private MemberId mia;

    private void open(String... replacements) {
        p5 = givers.open(Shop.template("P5", replacements));
        shop = givers.shop;
        mia = shop.member("mia", START, p5);
        // 400 points that lapse in a year from 5 January, 300 from 10 March
        shop.put(mia, Shop.order("early", "2026-01-05T12:00:00Z", "USD", Shop.line("L", 1, 400_00)));
        shop.put(mia, Shop.order("late", Givers.BOUGHT, "USD", Shop.line("L", 1, 300_00)));
    }

    @Test
    void five_hundred_points_are_five_dollars_of_the_member_and_two_fifty_of_the_brand_confirmed_at_once() {
        open();
        GivenDonation given = give(500, Optional.of("clean-seas"));
        assertThat(given.donations())
                .extracting(each -> each.key().part(), Donation::amount, Donation::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Part.MEMBER, 5_00L, DonationState.CONFIRMED),
                        org.assertj.core.groups.Tuple.tuple(Part.MATCH, 2_50L, DonationState.CONFIRMED));
        assertThat(given.spendable()).isEqualTo(200);
        assertThat(givers.total("clean-seas")).isEqualTo(7_50);
        assertThat(shop.text(
                        "SELECT string_agg(from_account || ' ' || to_account || ' ' || amount, ', ' ORDER BY entry_id)"
                                + " FROM donation_entry"))
                .isEqualTo("POINTS_FUNDS CONFIRMED 500, MATCH_FUNDS CONFIRMED 250");
        assertThat(givers.offBalance()).isZero();
    }

    @Test
    void the_points_leave_the_earliest_expiring_lots_for_the_donation_account() {
        open();
        give(500, Optional.of("clean-seas"));
        assertThat(shop.text("SELECT string_agg(active_points || ' ' || expires_at::date, ', ') FROM open_lot"))
                .isEqualTo("200 2027-03-11");
        assertThat(shop.number("SELECT sum(points) FROM leg WHERE account = 'DONATION'"))
                .isEqualTo(500);
        assertThat(shop.spendable(mia)).isEqualTo(200);
    }

    @Test
    void too_few_broken_and_small_numbers_are_refused_and_take_nothing() {
        open();
        assertThatThrownBy(() -> give(800, Optional.of("clean-seas")))
                .satisfies(refused(LedgerRefusal.INSUFFICIENT_POINTS));
        assertThatThrownBy(() -> give(150, Optional.of("clean-seas"))).satisfies(refused(CharityRefusal.NOT_IN_STEPS));
        assertThatThrownBy(() -> give(50, Optional.of("clean-seas"))).satisfies(refused(CharityRefusal.BELOW_MINIMUM));
        assertThatThrownBy(() -> give(99, Optional.of("clean-seas"))).satisfies(refused(CharityRefusal.BELOW_MINIMUM));
        assertThatThrownBy(() -> give(101, Optional.of("clean-seas"))).satisfies(refused(CharityRefusal.NOT_IN_STEPS));
        assertThatThrownBy(() -> give(100, Optional.of("nobody")))
                .satisfies(refused(CharityRefusal.CHARITY_NOT_OFFERED));
        givers.close("clean-seas");
        assertThatThrownBy(() -> give(100, Optional.of("clean-seas")))
                .satisfies(refused(CharityRefusal.CHARITY_CLOSED));
        assertThat(shop.spendable(mia)).isEqualTo(700);
        assertThat(shop.number("SELECT count(*) FROM donation")).isZero();
    }

    @Test
    void a_blocked_member_gives_nothing_until_it_is_lifted() {
        open();
        shop.call(() -> members.block(mia, "fraud"));
        assertThatThrownBy(() -> give(100, Optional.of("clean-seas"))).satisfies(refused(MemberRefusal.MEMBER_BLOCKED));
        shop.call(() -> members.unblock(mia, "cleared"));
        assertThat(give(100, Optional.of("clean-seas")).spendable()).isEqualTo(600);
    }

    @Test
    void without_a_charity_the_members_standing_choice_gets_it_and_else_it_waits() {
        open();
        assertThat(give(100, Optional.empty()).donations())
                .allSatisfy(each -> assertThat(each.destination().charity()).isEmpty());
        shop.call(() -> donations.choose(mia, Optional.of(p5), new CharityCode("young-minds")));
        assertThat(givers.total("young-minds")).isEqualTo(1_50);
        give(100, Optional.empty());
        assertThat(givers.total("young-minds")).isEqualTo(3_00);
    }

    @Test
    void a_program_that_takes_no_points_and_two_that_do_are_refused() {
        p5 = givers.open(Shop.template("P5"));
        shop = givers.shop;
        MemberId nowhere = shop.member("nowhere", START);
        assertThatThrownBy(() -> shop.call(() -> donations.give(
                        new DonationService.GivingWish(nowhere, 100, Optional.empty(), Optional.empty()))))
                .satisfies(refused(CharityRefusal.NOTHING_TO_GIVE));
        ProgramCode p4 = shop.publish("P4", START);
        MemberId both = shop.member("both", START, p4, p5);
        assertThatThrownBy(
                        () -> shop.call(() -> donations.choose(both, Optional.empty(), new CharityCode("clean-seas"))))
                .satisfies(refused(CharityRefusal.PROGRAM_AMBIGUOUS));
        assertThat(shop.call(() -> donations.choose(both, Optional.of(p4), new CharityCode("clean-seas")))
                        .program())
                .isEqualTo(p4);
    }

    @Test
    void a_members_donations_are_listed_the_latest_first_with_what_they_come_to() {
        open();
        give(100, Optional.of("clean-seas"));
        give(200, Optional.of("young-minds"));
        List<Donation> all = shop.call(() -> donations.donations(mia, Optional.empty(), 10));
        assertThat(all).extracting(Donation::amount).containsExactly(1_00L, 2_00L, 50L, 1_00L);
        assertThat(shop.call(
                        () -> donations.donations(mia, Optional.of(all.get(1).id()), 10)))
                .isEqualTo(all.subList(2, 4));
        assertThat(shop.call(() -> donations.totals(mia)).stream()
                        .mapToLong(total -> total.amount().amount())
                        .sum())
                .isEqualTo(4_50);
    }

    @Test
    void two_gifts_at_once_never_give_more_than_there_is() {
        open();
        List<Boolean> given = Shop.atOnce(8, number -> {
            try {
                give(200, Optional.of("clean-seas"));
                return true;
            } catch (Refusal tooFew) {
                return false;
            }
        });
        assertThat(given.stream().filter(each -> each)).hasSize(3);
        assertThat(shop.spendable(mia)).isEqualTo(100);
    }

    private GivenDonation give(long points, Optional<String> charity) {
        return shop.call(() -> donations.give(
                new DonationService.GivingWish(mia, points, Optional.empty(), charity.map(CharityCode::new))));
    }

    private static java.util.function.Consumer<Throwable> refused(RefusalReason reason) {
        return failure -> assertThat(((Refusal) failure).reason()).isEqualTo(reason);
    }
}
