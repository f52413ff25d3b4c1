package io.steadfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.charities.DonationService;
import io.steadfast.choices.StoreService;
import io.steadfast.dates.DateGiftDue;
import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.memberships.MembershipService;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.referrals.ReferralService;
import io.steadfast.shared.MemberId;
import io.steadfast.stamps.CardView;
import io.steadfast.stamps.StampService;
import io.steadfast.support.ContainerTest;
import io.steadfast.tiers.TierService;
import io.steadfast.vouchers.VoucherService;
import io.steadfast.vouchers.core.Voucher;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What demo members show of each template, with the figures it is known by; a second start makes nothing twice. */
class DemoSeedIT extends ContainerTest {

    @Inject
    DemoSeed seed;

    @Inject
    CurrentTenant currentTenant;

    @Inject
    CurrentActor actor;

    @Inject
    StoreService stores;

    @Inject
    MemberService members;

    @Inject
    StampService stamps;

    @Inject
    VoucherService vouchers;

    @Inject
    LedgerService ledger;

    @Inject
    DateGiftDue gifts;

    @Inject
    TierService tiers;

    @Inject
    MembershipService memberships;

    @Inject
    DonationService donations;

    @Inject
    ReferralService referrals;

    @Inject
    TenantClock clock;

    @Inject
    UserTransaction transaction;

    @Test
    void the_store_its_staff_works_in_is_listed() throws Exception {
        DemoBrand brand = DemoBrand.cornerCoffee();
        make(brand);
        make(brand);
        assertThat(in(brand, () -> stores.list("", 10)))
                .extracting(store -> store.code() + ": " + store.profile().name())
                .containsExactly("LDN2: Corner Coffee London");
    }

    @Test
    void coffee_drinkers_hold_cards_at_every_stage_and_are_given_presents() throws Exception {
        DemoBrand brand = DemoBrand.cornerCoffee();
        make(brand);
        make(brand);
        List<Long> towards = new ArrayList<>();
        List<Long> full = new ArrayList<>();
        for (MemberId member : members(brand)) {
            CardView card = in(brand, () -> stamps.cards(member)).get(0);
            towards.add(card.towards());
            full.add(card.count().full());
        }
        assertThat(towards).containsExactly(4L, 9L, 0L, 2L);
        assertThat(full).containsExactly(0L, 0L, 1L, 1L);
        in(brand, () -> {
            gifts.runDue(clock.now());
            return null;
        });
        assertThat(rewards(brand, 0)).containsExactly("birthday-present");
        assertThat(rewards(brand, 1)).containsExactly("anniversary");
        assertThat(rewards(brand, 2)).containsExactly("free-drink");
    }

    @Test
    void a_member_has_paid_with_credit_and_one_at_first_bought_too_little() throws Exception {
        DemoBrand brand = DemoBrand.harborOutfitters();
        make(brand);
        make(brand);
        List<Long> credit = new ArrayList<>();
        for (MemberId member : members(brand)) {
            credit.add(spendable(brand, member));
        }
        assertThat(credit)
                .as("6.00; 10.00 spent and 1.75 earned on the rest; nothing for 8.50 and 0.99 for 19.99")
                .containsExactly(6_00L, 1_75L, 99L);
    }

    @Test
    void buyers_reviewers_and_sharers_have_what_simple_points_promises() throws Exception {
        DemoBrand brand = DemoBrand.innermost();
        make(brand);
        make(brand);
        assertThat(spendable(brand))
                .as("40 + 50 + 20, the second share skipped")
                .containsExactly(110L, 389L, 64L);
    }

    @Test
    void every_step_of_the_ladder_has_somebody_on_it_and_somebody_a_cent_below() throws Exception {
        DemoBrand brand = DemoBrand.lumiere();
        make(brand);
        make(brand);
        assertThat(spendable(brand)).containsExactly(349L, 350L + 12, 350L + 88, 1_000L + 14, 350L);
        List<String> standing = new ArrayList<>();
        for (MemberId member : members(brand)) {
            standing.add(in(brand, () -> inTransaction(() -> tiers.tiersAt(member, clock.now()))).values().stream()
                    .map(Object::toString)
                    .findFirst()
                    .orElse("INSIDER"));
        }
        assertThat(standing).containsExactly("INSIDER", "VIB", "VIB", "ROUGE", "INSIDER");
    }

    @Test
    void a_plan_stands_in_every_state_and_doubles_points_while_it_is_on() throws Exception {
        DemoBrand brand = DemoBrand.dailymart();
        make(brand);
        make(brand);
        List<String> states = new ArrayList<>();
        for (MemberId member : members(brand)) {
            states.add(in(brand, () -> memberships.of(member)).stream()
                    .map(view -> view.state().name())
                    .findFirst()
                    .orElse("NONE"));
        }
        assertThat(states).containsExactly("TRIAL", "ACTIVE", "CANCELLED", "SUSPENDED", "NONE");
        assertThat(spendable(brand)).containsExactly(20L, 128L, 20L, 27L, 10L);
    }

    @Test
    void dollars_and_points_are_given_and_what_came_back_gives_nothing() throws Exception {
        DemoBrand brand = DemoBrand.playfulPromises();
        make(brand);
        make(brand);
        List<MemberId> givers = members(brand);
        assertThat(given(brand, givers.get(0)))
                .as("a dollar each to two charities, the third order came back; 100 points and the match")
                .containsExactlyInAnyOrder("safe-homes 100", "clean-seas 100", "safe-homes 100", "safe-homes 50");
        assertThat(given(brand, givers.get(3)))
                .as("three dollars; 500 points are 5.00 and 2.50 from the brand")
                .containsExactlyInAnyOrder(
                        "safe-homes 100", "safe-homes 100", "safe-homes 100", "safe-homes 500", "safe-homes 250");
    }

    @Test
    void hikers_earn_by_the_ascent_within_the_days_limit_or_wait_for_a_review() throws Exception {
        DemoBrand brand = DemoBrand.bergzeit();
        make(brand);
        make(brand);
        assertThat(spendable(brand))
                .as("620 m; too fast; two at once, of which the later waits; 5,600 m; without consent")
                .containsExactly(7L, 0L, 5L, 50L, 0L);
    }

    @Test
    void a_member_has_brought_friends_at_every_stage_and_both_are_paid_for_the_one_who_kept_what_he_bought()
            throws Exception {
        DemoBrand brand = DemoBrand.tealeaf();
        make(brand);
        make(brand);
        assertThat(spendable(brand))
                .as("48 and 500 for a friend; 48 and 250; 48 of today, the window is open; all came back; no order")
                .containsExactly(548L, 298L, 48L, 0L, 0L);
        assertThat(in(brand, () -> referrals.friends(members(brand).get(0), Optional.empty(), 10)).stream()
                        .map(friend -> friend.state().name()))
                .as("all of the first friend's order came back before anybody was paid: a later one still counts")
                .containsExactlyInAnyOrder("REWARDED", "ORDERED", "JOINED", "JOINED");
    }

    @Test
    void every_named_template_has_its_brand() {
        Set<String> shown = DemoBrand.all().stream().map(DemoBrand::template).collect(Collectors.toSet());
        // P5's points are given in P4's brand, P12's presents in P10's; the CDNOW file brings its own members.
        Set<String> named = new TreeSet<>(ProgramTemplates.names());
        named.removeAll(Set.of("P5", "P12", "CDNOW"));
        assertThat(shown).isEqualTo(named);
    }

    private List<String> given(DemoBrand brand, MemberId member) {
        return in(brand, () -> donations.donations(member, Optional.empty(), 20)).stream()
                .filter(donation -> donation.amount() > 0)
                .map(donation ->
                        donation.destination().charity().map(Object::toString).orElse("nobody") + " "
                                + donation.amount())
                .toList();
    }

    private List<Long> spendable(DemoBrand brand) {
        return members(brand).stream().map(member -> spendable(brand, member)).toList();
    }

    private <T> T inTransaction(Callable<T> work) throws Exception {
        transaction.begin();
        try {
            return work.call();
        } finally {
            transaction.rollback();
        }
    }

    private void make(DemoBrand brand) throws Exception {
        actor.call(Actor.job("demo"), "local", () -> {
            seed.make(brand);
            return null;
        });
    }

    private List<MemberId> members(DemoBrand brand) {
        return brand.members().stream()
                .map(member -> in(brand, () -> members.identified(IdentityKind.PHONE, member.phone()))
                        .orElseThrow())
                .toList();
    }

    private List<String> rewards(DemoBrand brand, int place) {
        return in(brand, () -> vouchers.ofMember(members(brand).get(place), Optional.empty(), 10)).stream()
                .map(Voucher::reward)
                .map(Object::toString)
                .toList();
    }

    private long spendable(DemoBrand brand, MemberId member) {
        return in(brand, () -> {
                    transaction.begin();
                    try {
                        return ledger.lockMember(member).balances();
                    } finally {
                        transaction.rollback();
                    }
                })
                .stream()
                .mapToLong(WalletBalance::spendable)
                .sum();
    }

    private <T> T in(DemoBrand brand, Callable<T> work) {
        try {
            return currentTenant.call(brand.slug(), () -> actor.call(Actor.job("test"), "local", work));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
