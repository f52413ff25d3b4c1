package io.steadfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.dates.DateGiftDue;
import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import io.steadfast.stamps.CardView;
import io.steadfast.stamps.StampService;
import io.steadfast.support.ContainerTest;
import io.steadfast.vouchers.VoucherService;
import io.steadfast.vouchers.core.Voucher;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What demo members show of stamp cards, cashback and members' own days; a second start makes nothing twice. */
class DemoSeedIT extends ContainerTest {

    @Inject
    DemoSeed seed;

    @Inject
    CurrentTenant currentTenant;

    @Inject
    CurrentActor actor;

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
    TenantClock clock;

    @Inject
    UserTransaction transaction;

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
    void a_member_has_paid_with_credit_and_one_bought_too_little() throws Exception {
        DemoBrand brand = DemoBrand.harborOutfitters();
        make(brand);
        make(brand);
        List<Long> credit = new ArrayList<>();
        for (MemberId member : members(brand)) {
            credit.add(spendable(brand, member));
        }
        assertThat(credit)
                .as("6.00; 10.00 spent and 1.75 earned on the rest; nothing")
                .containsExactly(6_00L, 1_75L, 0L);
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
