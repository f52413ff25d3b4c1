package io.steadfast.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.InTenant;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TillPeopleServiceIT extends ContainerTest {

    @Inject
    private TillPeopleService tills;

    @Inject
    private PersonService people;

    @Inject
    private InTenant inTenant;

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

    private static NewPerson staff(String email) {
        return new NewPerson(email, "Pat", Set.of(Role.STORE_STAFF), Set.of("LDN1"));
    }

    private static void refusedAs(Throwable thrown, SecurityRefusal reason) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
