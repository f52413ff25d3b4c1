package io.steadfast.tills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.members.core.IdentityKind;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.platform.settings.Setting;
import io.steadfast.platform.settings.SettingsService;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.RefusalReason;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.InTenant;
import io.steadfast.support.TestTenant;
import io.steadfast.tills.CounterService.Newcomer.Terms;
import io.steadfast.tills.core.CounterWork;
import io.steadfast.tills.core.Place;
import io.steadfast.tills.core.SaleSheet;
import io.steadfast.tills.core.TillRefusal;
import io.steadfast.tills.core.WorkKind;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What the counter's door itself refuses, whatever a page shows. */
class CounterServiceIT extends ContainerTest {

    private static final Currency POUNDS = Currency.getInstance("GBP");

    /** As much as a manager may give at once, and on one day. */
    private static final long A_GIFT = 1_000;

    private static final long A_DAY = 5_000;
    private static final Place LONDON = new Place(Optional.of("LDN1"), Optional.empty(), Counter.SOURCE);

    @Inject
    private CounterService service;

    @Inject
    private TillService tills;

    @Inject
    private SettingsService settings;

    @Inject
    private InTenant inTenant;

    @Inject
    private CurrentActor currentActor;

    private final Counter counter = Counter.open("P1");
    private final MemberId member = new MemberId(UUID.fromString(counter.member));

    @Test
    void a_sale_undone_may_be_written_again_with_another_amount() throws Exception {
        CounterWork sale = asStaff(() -> service.sell(member, slip("1", 4000)));
        assertThat(sale.figures().points()).isEqualTo(40);
        assertThat(refused(() -> service.sell(member, slip("1", 4000)))).isEqualTo(TillRefusal.SALE_KNOWN);
        CounterWork undone = asStaff(() -> service.undo(sale.id(), LONDON));
        assertThat(undone.kind()).isEqualTo(WorkKind.UNDO);
        assertThat(counter.spendable(counter.member)).isZero();
        assertThat(refused(() -> service.undo(sale.id(), LONDON))).isEqualTo(TillRefusal.UNDONE_ALREADY);
        asStaff(() -> service.sell(member, slip("1", 3000)));
        assertThat(counter.spendable(counter.member)).isEqualTo(30);
    }

    @Test
    void a_sale_that_nobody_had_claimed_is_claimed_and_given_back() throws Exception {
        counter.report("7", 5000, "").expect(201);
        assertThat(refused(() -> service.sell(member, slip("7", 1)))).isEqualTo(TillRefusal.SALE_NOT_ALIKE);
        CounterWork claim = asStaff(() -> service.sell(member, slip("7", 5000)));
        assertThat(claim.kind()).isEqualTo(WorkKind.CLAIM);
        assertThat(claim.figures().points()).isEqualTo(50);
        assertThat(claim.figures().amount()).isEqualTo(5000);
        asStaff(() -> service.undo(claim.id(), LONDON));
        assertThat(counter.spendable(counter.member)).isZero();
    }

    @Test
    void a_sale_undone_that_its_till_reports_afterwards_is_claimed_and_given_back() throws Exception {
        CounterWork sale = asStaff(() -> service.sell(member, slip("8", 5000)));
        asStaff(() -> service.undo(sale.id(), LONDON));
        counter.report("8", 5000, "").expect(200);
        assertThat(counter.spendable(counter.member)).isZero();
        CounterWork claim = asStaff(() -> service.sell(member, slip("8", 5000)));
        assertThat(claim.kind()).isEqualTo(WorkKind.CLAIM);
        assertThat(counter.spendable(counter.member)).isEqualTo(50);
        asStaff(() -> service.undo(claim.id(), LONDON));
        assertThat(counter.spendable(counter.member)).isZero();
    }

    @Test
    void another_store_and_a_role_without_the_counter_are_refused() throws Exception {
        Place paris = new Place(Optional.of("PAR1"), Optional.empty(), "till");
        assertThat(refused(() -> service.sell(member, new SaleSheet.Slip(paris, "3", 100, POUNDS))))
                .isEqualTo(TillRefusal.NOT_YOUR_STORE);
        assertThat(refused(() -> service.sell(
                        member,
                        new SaleSheet.Slip(new Place(Optional.empty(), Optional.empty(), "till"), "3", 1, POUNDS))))
                .isEqualTo(TillRefusal.NOT_YOUR_STORE);
        assertThat(refusedAs(Set.of(Permission.MEMBERS_VIEW), () -> service.sell(member, slip("3", 100))))
                .isEqualTo(SecurityRefusal.NOT_PERMITTED);
        assertThat(refused(() -> tills.register(new TillService.Wish("LDN1", "Till", "till"))))
                .isEqualTo(SecurityRefusal.NOT_PERMITTED);
    }

    @Test
    void a_blocked_member_and_an_unlikely_amount_are_refused() throws Exception {
        assertThat(refused(() -> service.sell(member, slip("4", 0)))).isEqualTo(TillRefusal.AMOUNT_NOT_VALID);
        assertThat(refused(() -> service.sell(member, slip("no such number", 1))))
                .isEqualTo(TillRefusal.RECEIPT_NOT_VALID);
        counter.api
                .post("/members/" + counter.member + "/block", java.util.Map.of("reason", "FRAUD"))
                .expect(200);
        assertThat(refused(() -> service.sell(member, slip("4", 100))).name()).isEqualTo("MEMBER_BLOCKED");
    }

    @Test
    void a_large_sale_is_recorded_by_somebody_who_may_adjust_points() throws Exception {
        assertThat(refused(() -> service.sell(member, slip("5", 100_001)))).isEqualTo(TillRefusal.SALE_ABOVE_LIMIT);
        as(
                Set.of(Permission.STORE_SERVE, Permission.MEMBERS_VIEW, Permission.POINTS_ADJUST),
                () -> service.sell(member, slip("5", 100_001)));
        assertThat(counter.spendable(counter.member)).isEqualTo(1000);
    }

    @Test
    void a_sale_that_its_till_gave_to_somebody_else_is_theirs_and_is_not_undone() throws Exception {
        CounterWork sale = asStaff(() -> service.sell(member, slip("6", 4000)));
        String other = counter.member("Bea", "+447700900777");
        counter.report("6", 4000, other).expect(200);
        assertThat(refused(() -> service.undo(sale.id(), LONDON))).isEqualTo(TillRefusal.SALE_CONFIRMED);
        assertThat(counter.spendable(other)).isEqualTo(40);
    }

    @Test
    void a_gift_taken_back_leaves_its_room_to_whoever_gave_their_word_for_it() throws Exception {
        TestTenant.Person manager = counter.tenant.person("STORE_MANAGER", "LDN1");
        Optional<CounterService.Approval> word =
                Optional.of(new CounterService.Approval(manager.email(), manager.password()));
        CounterService.Gift gift = new CounterService.Gift(member, A_GIFT, "DELAY", "");
        for (int given = 0; given <= A_DAY; given += A_GIFT) {
            CounterWork work = asStaff(() -> service.goodwill(gift, word, LONDON));
            assertThat(work.approvedBy()).map(CounterWork.Staff::name).hasValue("Pat STORE_MANAGER");
            asStaff(() -> service.undo(work.id(), LONDON));
        }
        assertThat(counter.spendable(counter.member)).isZero();
    }

    @Test
    void a_gift_needs_a_reason_and_somebody_who_may_give_as_much() throws Exception {
        assertThat(refused(() -> service.goodwill(gift(10, " "), Optional.empty(), LONDON)))
                .isEqualTo(TillRefusal.GOODWILL_REASON_NEEDED);
        assertThat(refused(() -> service.goodwill(gift(101, "DELAY"), Optional.empty(), LONDON)))
                .isEqualTo(TillRefusal.ABOVE_LIMIT);
        Actor staff = actor(Set.of(Permission.STORE_SERVE, Permission.MEMBERS_EDIT));
        for (int given = 0; given < 5; given++) {
            by(staff, () -> service.goodwill(gift(100, "DELAY"), Optional.empty(), LONDON));
        }
        assertThat(refusedBy(staff, () -> service.goodwill(gift(100, "DELAY"), Optional.empty(), LONDON)))
                .isEqualTo(TillRefusal.ABOVE_DAY_LIMIT);
        TestTenant.Person colleague = counter.tenant.person("STORE_STAFF", "LDN1");
        Optional<CounterService.Approval> word =
                Optional.of(new CounterService.Approval(colleague.email(), colleague.password()));
        assertThat(refusedBy(staff, () -> service.goodwill(gift(100, "DELAY"), word, LONDON)))
                .isEqualTo(TillRefusal.APPROVER_LIMIT);
        assertThat(counter.spendable(counter.member)).isEqualTo(500);
    }

    @Test
    void nothing_comes_back_of_a_sale_that_was_not_theirs_or_has_come_back() throws Exception {
        String other = counter.member("Bea", "+447700900777");
        counter.report("20", 4000, other).expect(201);
        assertThat(refused(() -> service.takeBack(member, "20", Optional.empty(), LONDON)))
                .isEqualTo(TillRefusal.SALE_OF_ANOTHER);
        assertThat(refused(() -> service.sell(member, slip("20", 4000)))).isEqualTo(TillRefusal.SALE_OF_ANOTHER);
        assertThat(refused(() -> service.takeBack(member, "21", Optional.empty(), LONDON)))
                .isEqualTo(TillRefusal.SALE_UNKNOWN);
        asStaff(() -> service.sell(member, slip("22", 4000)));
        assertThat(refused(() -> service.takeBack(member, "22", Optional.of(4001L), LONDON)))
                .isEqualTo(TillRefusal.MORE_THAN_SOLD);
        CounterWork back = asStaff(() -> service.takeBack(member, "22", Optional.empty(), LONDON));
        assertThat(refused(() -> service.takeBack(member, "22", Optional.empty(), LONDON)))
                .isEqualTo(TillRefusal.ALL_CAME_BACK);
        assertThat(counter.spendable(counter.member)).isZero();
        assertThat(refused(() -> service.undo(UUID.randomUUID(), LONDON))).isEqualTo(TillRefusal.WORK_UNKNOWN);
        counter.later(61);
        assertThat(refused(() -> service.undo(back.id(), LONDON))).isEqualTo(TillRefusal.UNDO_TOO_LATE);
    }

    @Test
    void where_tills_report_sales_nobody_writes_one() throws Exception {
        inTenant.call(counter.tenant, () -> {
            settings.setFor("LDN1", Setting.SALES, "tills");
            return true;
        });
        assertThat(refused(() -> service.sell(member, slip("30", 4000)))).isEqualTo(TillRefusal.SALES_BY_TILLS);
    }

    @Test
    void nobody_is_enrolled_without_a_way_to_know_them_or_their_word() throws Exception {
        assertThat(refused(() -> service.enrol(newcomer(Map.of(), Terms.ACCEPTED), LONDON)))
                .isEqualTo(TillRefusal.NOTHING_TO_KNOW_BY);
        Map<IdentityKind, String> phone = Map.of(IdentityKind.PHONE, "+447700900888");
        assertThat(refused(() -> service.enrol(newcomer(phone, Terms.NOT_ASKED), LONDON)))
                .isEqualTo(TillRefusal.TERMS_NOT_ACCEPTED);
        CounterWork enrolled = asStaff(() -> service.enrol(newcomer(phone, Terms.ACCEPTED), LONDON));
        asStaff(() -> service.sell(enrolled.member(), slip("40", 4000)));
        assertThat(refused(() -> service.undo(enrolled.id(), LONDON))).isEqualTo(TillRefusal.ENROLMENT_IN_USE);
    }

    @Test
    void a_till_without_a_name_is_none_and_one_that_is_gone_is_not_retired() {
        Set<Permission> manager = Set.of(Permission.STORE_SERVE, Permission.TILLS_EDIT);
        assertThat(refusedAs(manager, () -> tills.register(new TillService.Wish("LDN1", " ", "till"))))
                .isEqualTo(TillRefusal.TILL_NOT_VALID);
        assertThat(refusedAs(manager, () -> {
                    tills.retire(UUID.randomUUID());
                    return true;
                }))
                .isEqualTo(TillRefusal.TILL_UNKNOWN);
    }

    private CounterService.Gift gift(long points, String reason) {
        return new CounterService.Gift(member, points, reason, "");
    }

    private static CounterService.Newcomer newcomer(Map<IdentityKind, String> identities, Terms terms) {
        return new CounterService.Newcomer(Optional.of("Cleo"), identities, "en-GB", Set.of(), terms, Optional.empty());
    }

    private static SaleSheet.Slip slip(String number, long amount) {
        return new SaleSheet.Slip(LONDON, number, amount, POUNDS);
    }

    private <T> T asStaff(Callable<T> work) throws Exception {
        return as(Set.of(Permission.STORE_SERVE, Permission.MEMBERS_VIEW, Permission.MEMBERS_EDIT), work);
    }

    private <T> T as(Set<Permission> permissions, Callable<T> work) throws Exception {
        return by(actor(permissions), work);
    }

    private static Actor actor(Set<Permission> permissions) {
        return new Actor(Actor.Kind.PERSON, UUID.randomUUID().toString(), "Pat", permissions, Set.of(), Set.of("LDN1"));
    }

    private <T> T by(Actor staff, Callable<T> work) throws Exception {
        return inTenant.call(counter.tenant, () -> currentActor.call(staff, "local", work));
    }

    private RefusalReason refused(Callable<?> work) {
        return refusedAs(Set.of(Permission.STORE_SERVE, Permission.MEMBERS_EDIT), work);
    }

    private RefusalReason refusedAs(Set<Permission> permissions, Callable<?> work) {
        return refusedBy(actor(permissions), work);
    }

    private RefusalReason refusedBy(Actor staff, Callable<?> work) {
        Refusal[] refusal = new Refusal[1];
        assertThatThrownBy(() -> by(staff, work)).satisfies(thrown -> {
            Throwable cause = thrown;
            while (!(cause instanceof Refusal) && cause.getCause() != null) {
                cause = cause.getCause();
            }
            refusal[0] = (Refusal) cause;
        });
        return refusal[0].reason();
    }
}
