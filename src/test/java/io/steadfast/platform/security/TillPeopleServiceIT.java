package io.steadfast.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.InTenant;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TillPeopleServiceIT extends ContainerTest {

    @Inject
    private TillPeopleService tills;

    @Inject
    private PersonService people;

    @Inject
    private InTenant inTenant;

    @Inject
    private CurrentActor currentActor;

    private final TestTenant tenant = TestTenants.make();

    @Test
    void a_number_belongs_to_one_person_and_a_pin_isnt_one_digit_again_and_again() throws Exception {
        inTenant.call(tenant, () -> {
            PersonView one = people.create(staff("one@example.com"));
            PersonView two = people.create(staff("two@example.com"));
            tills.setPin(one.id(), "7", "2580");
            assertThat(tills.all())
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.number()).contains("7"));
            assertThatThrownBy(() -> tills.setPin(two.id(), "7", "2580"))
                    .satisfies(thrown -> refusedAs(thrown, SecurityRefusal.NUMBER_TAKEN));
            assertThatThrownBy(() -> tills.setPin(two.id(), "8", "1111"))
                    .satisfies(thrown -> refusedAs(thrown, SecurityRefusal.PIN_NOT_VALID));
            assertThatThrownBy(() -> tills.setPin(two.id(), "8", "123"))
                    .satisfies(thrown -> refusedAs(thrown, SecurityRefusal.PIN_NOT_VALID));
            return true;
        });
    }

    @Test
    void a_second_person_gives_their_word_by_number_and_pin() throws Exception {
        inTenant.call(tenant, () -> {
            PersonView one = people.create(staff("one@example.com"));
            tills.setPin(one.id(), "7", "2580");
            return true;
        });
        inTenant.call(tenant, () -> {
            assertThat(tills.approver("7", "2580").name()).isEqualTo("Pat");
            assertThatThrownBy(() -> tills.approver("7", "0258"))
                    .satisfies(thrown -> refusedAs(thrown, SecurityRefusal.APPROVAL_WRONG));
            return true;
        });
    }

    @Test
    void nobody_gives_a_pin_to_somebody_who_may_more_than_they_nor_ends_their_own_link() throws Exception {
        PersonView owner = inTenant.call(
                tenant, () -> people.create(new NewPerson("boss@example.com", "Bo", Set.of(Role.OWNER), Set.of())));
        PersonView staff = inTenant.call(tenant, () -> people.create(staff("one@example.com")));
        Actor manager = new Actor(
                Actor.Kind.PERSON, staff.id().toString(), "Pat", Role.STORE_MANAGER.permissions(), Set.of(), Set.of());
        inTenant.call(
                tenant,
                () -> currentActor.call(manager, "local", () -> {
                    assertThatThrownBy(() -> tills.setPin(owner.id(), "9", "2580"))
                            .satisfies(thrown -> refusedAs(thrown, SecurityRefusal.NOT_YOUR_PERSON));
                    assertThatThrownBy(() -> tills.link(staff.id(), Optional.empty()))
                            .satisfies(thrown -> refusedAs(thrown, SecurityRefusal.NOT_YOUR_PERSON));
                    tills.setPin(staff.id(), "8", "2580");
                    return true;
                }));
        Actor cashier =
                new Actor(Actor.Kind.PERSON, "x", "Pat", Role.STORE_STAFF.permissions(), Set.of(), Set.of("LDN1"));
        inTenant.call(
                tenant,
                () -> currentActor.call(cashier, "local", () -> {
                    assertThatThrownBy(() -> tills.setPin(staff.id(), "8", "2581"))
                            .satisfies(thrown -> refusedAs(thrown, SecurityRefusal.NOT_PERMITTED));
                    return true;
                }));
    }

    @Test
    void an_owners_pin_opens_the_stores_work_and_an_owners_password_everything() throws Exception {
        inTenant.call(tenant, () -> {
            PersonView owner = people.create(new NewPerson("boss@example.com", "Bo", Set.of(Role.OWNER), Set.of()));
            tills.setPin(owner.id(), "9", "2580");
            return true;
        });
        inTenant.call(tenant, () -> {
            Actor byPin = tills.approver("9", "2580");
            assertThat(byPin.permissions())
                    .contains(Permission.STORE_SERVE, Permission.POINTS_ADJUST)
                    .doesNotContain(Permission.PEOPLE_EDIT, Permission.PROGRAMS_PUBLISH);
            assertThat(byPin.permissions()).isEqualTo(Role.STORE_MANAGER.permissions());
            return true;
        });
    }

    private static NewPerson staff(String email) {
        return new NewPerson(email, "Pat", Set.of(Role.STORE_STAFF), Set.of("LDN1"));
    }

    private static void refusedAs(Throwable thrown, SecurityRefusal reason) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
