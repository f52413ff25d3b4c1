package io.steadfast.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.InTenant;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PersonServiceIT extends ContainerTest {

    private static final NewPerson MARKETER =
            new NewPerson(" Mia@Brand.example ", "Mia Marketer", Set.of(Role.MARKETER), Set.of());

    @Inject
    private PersonService people;

    @Inject
    private PasswordCheck passwordCheck;

    @Inject
    private TenantStore store;

    @Inject
    private InTenant inTenant;

    @Resource
    private UserTransaction transaction;

    private final TestTenant brand = TestTenants.make(Map.of("sandbox", false));

    @Test
    void an_invited_person_chooses_a_password_once() throws Exception {
        Invitation invitation = at(() -> people.invite(people.create(MARKETER).id()));
        assertThat(at(() -> people.invited(invitation.token())).email()).isEqualTo("mia@brand.example");
        refused(SecurityRefusal.PASSWORD_TOO_SHORT, () -> people.accept(invitation.token(), "short"));
        at(() -> people.accept(invitation.token(), "a good long password"));
        refused(SecurityRefusal.INVITATION_NOT_VALID, () -> people.accept(invitation.token(), "a second password"));
        assertThat(at(() -> passwordCheck.check("MIA@brand.example", "a good long password"))
                        .person())
                .isPresent();
    }

    @Test
    void a_fresh_invitation_ends_the_earlier_one() throws Exception {
        PersonView mia = at(() -> people.create(MARKETER));
        Invitation first = at(() -> people.invite(mia.id()));
        at(() -> people.invite(mia.id()));
        refused(SecurityRefusal.INVITATION_NOT_VALID, () -> people.invited(first.token()));
    }

    @Test
    void an_address_belongs_to_one_person_and_another_brands_people_dont_count() throws Exception {
        at(() -> people.create(MARKETER));
        refused(SecurityRefusal.EMAIL_TAKEN, () -> people.create(MARKETER));
        assertThat(inTenant.call(TestTenants.make(Map.of("sandbox", false)), () -> people.create(MARKETER))
                        .active())
                .isTrue();
    }

    @Test
    void store_roles_need_stores_and_other_roles_have_none() {
        refused(
                SecurityRefusal.STORES_DONT_FIT,
                () -> people.create(new NewPerson("a@b.example", "A", Set.of(Role.STORE_STAFF), Set.of())));
        refused(
                SecurityRefusal.STORES_DONT_FIT,
                () -> people.create(new NewPerson("a@b.example", "A", Set.of(Role.OWNER), Set.of("S1"))));
        refused(
                SecurityRefusal.ROLE_NEEDED,
                () -> people.create(new NewPerson("a@b.example", "A", Set.of(), Set.of())));
    }

    @Test
    void the_last_owner_stays() throws Exception {
        PersonView owner = at(() -> people.all()).get(0);
        refused(SecurityRefusal.LAST_OWNER, () -> people.setRoles(owner.id(), Set.of(Role.ANALYST), Set.of()));
        refused(SecurityRefusal.LAST_OWNER, () -> {
            people.deactivate(owner.id());
            return owner;
        });
    }

    @Test
    void who_is_locked_out_for_good_doesnt_get_in_with_the_right_password() throws Exception {
        PersonView mia = at(() -> people.create(MARKETER));
        at(() -> {
            people.setInitialPassword(mia.id(), "a good long password");
            people.deactivate(mia.id());
            return mia;
        });
        assertThat(at(() -> passwordCheck.check(mia.email(), "a good long password"))
                        .person())
                .isEmpty();
    }

    @Test
    void a_password_is_changed_by_who_knows_the_present_one() throws Exception {
        PersonView mia = at(() -> people.create(MARKETER));
        at(() -> {
            people.setInitialPassword(mia.id(), "a good long password");
            return mia;
        });
        refused(SecurityRefusal.PASSWORD_WRONG, () -> changed(mia, "another one", "a new long password"));
        refused(SecurityRefusal.PASSWORD_TOO_LONG, () -> changed(mia, "a good long password", "x".repeat(2_000)));
        at(() -> changed(mia, "a good long password", "a new long password"));
        assertThat(at(() -> passwordCheck.check(mia.email(), "a new long password"))
                        .person())
                .isPresent();
    }

    private PersonView changed(PersonView person, String present, String wanted) {
        people.changePassword(person.id(), present, wanted);
        return person;
    }

    @Test
    void every_change_stands_in_the_audit_trail_with_who_before_and_after() throws Exception {
        PersonView mia = at(() -> people.create(MARKETER));
        at(() -> people.setRoles(mia.id(), Set.of(Role.FINANCE), Set.of()));
        List<?> rows = at(() -> {
            transaction.begin();
            try {
                return store.em()
                        .createNativeQuery(
                                "SELECT action || ' ' || actor_name || ' ' || coalesce(before_json, '-') || ' '"
                                        + " || after_json FROM audit WHERE object_id = ? ORDER BY id")
                        .setParameter(1, mia.id().toString())
                        .getResultList();
            } finally {
                transaction.rollback();
            }
        });
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).toString()).startsWith("person.created test -").doesNotContain("argon2");
        assertThat(rows.get(1).toString())
                .startsWith("person.roles_changed test")
                .containsSubsequence("MARKETER", "FINANCE");
    }

    private <T> T at(Callable<T> work) throws Exception {
        return inTenant.call(brand, work);
    }

    private void refused(SecurityRefusal reason, Callable<?> work) {
        ThrowingCallable call = () -> at(work);
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
