package io.steadfast.tills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.memberships.MembershipService;
import io.steadfast.memberships.core.MembershipId;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.NewPerson;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.security.PersonService;
import io.steadfast.platform.security.PersonView;
import io.steadfast.platform.security.Role;
import io.steadfast.platform.security.TillPeopleService;
import io.steadfast.programs.core.Plan;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.rewards.RedemptionService;
import io.steadfast.rewards.RedemptionWish;
import io.steadfast.rewards.RewardTill;
import io.steadfast.rewards.core.RedemptionState;
import io.steadfast.shared.MemberId;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.InTenant;
import io.steadfast.tills.core.CounterWork;
import io.steadfast.tills.core.Place;
import io.steadfast.tills.core.SaleSheet;
import io.steadfast.vouchers.VoucherService;
import io.steadfast.vouchers.VoucherUse;
import io.steadfast.vouchers.core.VoucherOrder;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Nobody serves themselves, nor anybody who shares something with them: not by any deed of the counter or the desk. */
class OwnCardIT extends ContainerTest {

    private static final Currency DOLLARS = Currency.getInstance("USD");
    private static final Place HERE = new Place(Optional.of("LA1"), Optional.empty(), "till-LA1");

    @Inject
    private CounterService counter;

    @Inject
    private RedemptionService redemptions;

    @Inject
    private VoucherService vouchers;

    @Inject
    private MembershipService memberships;

    @Inject
    private PersonService people;

    @Inject
    private TillPeopleService atTills;

    @Inject
    private InTenant inTenant;

    @Inject
    private CurrentActor currentActor;

    private RewardTill till = RewardTill.open();

    @Test
    void no_deed_of_the_counter_is_for_the_member_one_is() throws Exception {
        UUID person = person("pat@example.test");
        String own = member(Map.of("phone", "+12135550101"));
        link(person, own);
        refusedEverything(person, own);
        CounterWork sale = sold(own, "R1");
        refused(person, () -> counter.undo(sale.id(), HERE));
        UUID redemption = redeemed(own);
        refused(person, () -> redemptions.cancel(redemption, "MISTAKE"));
        refused(person, () -> redemptions.fulfil(redemption, RedemptionState.SHIPPED, "SENT"));
    }

    @Test
    void nor_for_who_shares_a_phone_an_e_mail_or_a_card_with_them() throws Exception {
        for (Map<String, Object> shared : List.<Map<String, Object>>of(
                Map.of("phone", "+12135550101"),
                Map.of("email", "home@example.test"),
                Map.of("cardNumber", "77001234"))) {
            UUID person = person(String.join("", shared.keySet()) + "@example.test");
            String own = member(shared);
            link(person, own);
            Map<String, Object> freed = new LinkedHashMap<>();
            shared.keySet().forEach(kind -> freed.put(kind, null));
            till.api.patch("/members/" + own, freed).expect(200);
            String other = member(shared);
            refusedEverything(person, other);
        }
    }

    @Test
    void nor_for_who_has_the_e_mail_one_signs_in_with_and_such_a_one_is_not_enrolled_either() throws Exception {
        UUID person = person("pat@example.test");
        Map<IdentityKind, String> known = new EnumMap<>(IdentityKind.class);
        known.put(IdentityKind.EMAIL, "Pat@example.test");
        CounterService.Newcomer me = new CounterService.Newcomer(
                Optional.of("Pat"), known, "en", Set.of(), CounterService.Newcomer.Terms.ACCEPTED, Optional.empty());
        refused(person, () -> counter.enrol(me, HERE));
        refusedEverything(person, member(Map.of("email", "pat@example.test")));
    }

    @Test
    void a_managers_word_is_not_for_themselves() throws Exception {
        UUID staff = person("staff@example.test");
        UUID manager = person("manager@example.test", Role.STORE_MANAGER);
        String password = "a long word to say 4711";
        inTenant.call(till.tenant, () -> {
            people.setInitialPassword(manager, password);
            return manager;
        });
        String own = member(Map.of("phone", "+12135550101"));
        link(manager, own);
        CounterService.Gift gift = new CounterService.Gift(id(own), 500, "DELAY", "");
        Optional<CounterService.Approval> word =
                Optional.of(new CounterService.Approval("manager@example.test", password));
        refused(staff, Role.STORE_STAFF.permissions(), () -> counter.goodwill(gift, word, HERE));
        assertThat(till.spendable(own)).isZero();
    }

    @Test
    void one_ends_no_paid_membership_of_ones_own() throws Exception {
        till = RewardTill.open("P3");
        UUID person = person("pat@example.test");
        String membership = till.api
                .post("/memberships", Map.of("memberId", till.member, "program", "club", "plan", "PRIME"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        link(person, till.member);
        refused(person, () -> memberships.cancel(new MembershipId(UUID.fromString(membership)), Plan.Leaving.NOW));
    }

    private void refusedEverything(UUID person, String member) throws Exception {
        MemberId id = id(member);
        till.give(member, 1_000);
        refused(person, () -> counter.sell(id, new SaleSheet.Slip(HERE, "4711", 1_000, DOLLARS)));
        refused(person, () -> counter.takeBack(id, "4711", Optional.empty(), HERE));
        refused(person, () -> counter.goodwill(new CounterService.Gift(id, 10, "DELAY", ""), Optional.empty(), HERE));
        refused(person, () -> counter.stamp(id, "coffee", HERE));
        refused(person, () -> redemptions.redeem(RedemptionWish.of(id, new RewardCode("voucher-10"))));
        String code = till.redeem(member, "voucher-10", Map.of())
                .expect(201)
                .json()
                .at("/vouchers/0/code")
                .asText();
        VoucherOrder order = new VoucherOrder("LA1", "4711");
        refused(person, () -> vouchers.use(code, new VoucherUse(order, Optional.of(100L), Optional.empty())));
        till.use(code, "4712", 100).expect(200);
        refused(person, () -> vouchers.unuse(code, new VoucherOrder("shop", "4712")));
        refused(person, () -> vouchers.block(code, "LOST"));
        refused(person, () -> vouchers.reissue(code, "LOST"));
    }

    private void refused(UUID person, Callable<?> deed) {
        refused(person, Set.of(Permission.values()), deed);
    }

    private void refused(UUID person, Set<Permission> permissions, Callable<?> deed) {
        Throwable thrown = catchThrowable(() -> as(person, permissions, deed));
        while (thrown != null && !(thrown instanceof Refusal)) {
            thrown = thrown.getCause();
        }
        assertThat(thrown).isInstanceOf(Refusal.class);
        assertThat(((Refusal) thrown).reason()).isEqualTo(MemberRefusal.OWN_CARD);
    }

    private <T> T as(UUID person, Set<Permission> permissions, Callable<T> deed) throws Exception {
        Actor actor = new Actor(Actor.Kind.PERSON, person.toString(), "Pat", permissions, Set.of(), Set.of("LA1"));
        return inTenant.call(till.tenant, () -> currentActor.call(actor, "local", deed));
    }

    private CounterWork sold(String member, String receipt) throws Exception {
        return as(
                person(receipt + "@example.test"),
                Set.of(Permission.values()),
                () -> counter.sell(id(member), new SaleSheet.Slip(HERE, receipt, 1_000, DOLLARS)));
    }

    private UUID redeemed(String member) {
        till.give(member, 1_000);
        return UUID.fromString(till.redeem(member, "voucher-10", Map.of())
                .expect(201)
                .json()
                .path("redemptionId")
                .asText());
    }

    private UUID person(String email) throws Exception {
        return person(email, Role.STORE_STAFF);
    }

    private UUID person(String email, Role role) throws Exception {
        PersonView made = inTenant.call(
                till.tenant, () -> people.create(new NewPerson(email, "Pat", Set.of(role), Set.of("LA1"))));
        return made.id();
    }

    private void link(UUID person, String member) throws Exception {
        inTenant.call(till.tenant, () -> {
            atTills.link(person, Optional.of(id(member)));
            return member;
        });
    }

    private String member(Map<String, Object> identities) {
        Map<String, Object> wanted = new LinkedHashMap<>(identities);
        wanted.put("joinedAt", "2026-01-02T08:00:00Z");
        wanted.put("enrol", List.of(Map.of("program", "club", "channel", "shop")));
        return till.api.post("/members", wanted).expect(201).json().path("id").asText();
    }

    private static MemberId id(String member) {
        return new MemberId(UUID.fromString(member));
    }
}
