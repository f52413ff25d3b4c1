package io.steadfast.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.platform.audit.OperatorLine;
import io.steadfast.platform.audit.OperatorTrail;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class OperatorServiceIT extends ContainerTest {

    private static final String PASSWORD = "a long enough secret 7";

    @Inject
    private OperatorService operators;

    @Inject
    private OperatorsStore store;

    @Inject
    private OperatorTrail trail;

    @Inject
    private CurrentActor currentActor;

    private final String email = "op-" + UUID.randomUUID().toString().substring(0, 8) + "@platform.test";

    @Test
    void an_invitation_works_once_and_a_fresh_one_ends_the_earlier() throws Exception {
        OperatorView made = asOperator(() -> operators.create(email, "Ada"));
        OperatorInvitation first = asOperator(() -> operators.invite(made.id()));
        OperatorInvitation second = asOperator(() -> operators.invite(made.id()));
        refused(SecurityRefusal.INVITATION_NOT_VALID, () -> operators.accept(first.token(), PASSWORD));
        refused(SecurityRefusal.PASSWORD_TOO_SHORT, () -> operators.accept(second.token(), "short"));
        assertThat(operators.accept(second.token(), PASSWORD).email()).isEqualTo(email);
        refused(SecurityRefusal.INVITATION_NOT_VALID, () -> operators.accept(second.token(), PASSWORD));
        assertThat(signsIn(email.toUpperCase(java.util.Locale.ROOT), PASSWORD)).isTrue();
    }

    @Test
    void an_address_is_taken_once_and_has_to_be_one() throws Exception {
        asOperator(() -> operators.create(email, "Ada"));
        refused(SecurityRefusal.EMAIL_TAKEN, () -> asOperator(() -> operators.create(" " + email, "Bob")));
        refused(SecurityRefusal.EMAIL_NOT_VALID, () -> asOperator(() -> operators.create("nobody", "Bob")));
    }

    @Test
    void after_five_wrong_passwords_the_right_one_has_to_wait_too() throws Exception {
        withPassword();
        for (int i = 0; i < LockOut.FREE + 1; i++) {
            assertThat(signsIn(email, "wrong " + i)).isFalse();
        }
        assertThat(signsIn(email, PASSWORD)).isFalse();
    }

    @Test
    void whoever_is_locked_out_does_not_sign_in_until_let_in_again() throws Exception {
        UUID id = withPassword();
        UUID other = another();
        OperatorInvitation link = asOperator(() -> operators.invite(id));
        asOperator(() -> {
            operators.deactivate(id);
            return id;
        });
        assertThat(signsIn(email, PASSWORD)).isFalse();
        asOperator(() -> {
            operators.activate(id);
            return id;
        });
        assertThat(signsIn(email, PASSWORD)).isTrue();
        refused(SecurityRefusal.INVITATION_NOT_VALID, () -> operators.accept(link.token(), PASSWORD));
        assertThat(other).isNotEqualTo(id);
    }

    @Test
    void the_last_one_who_can_sign_in_stays() throws Exception {
        UUID id = withPassword();
        List<UUID> others = asOperator(() -> operators.all().stream()
                .filter(each -> each.active() && !each.id().equals(id))
                .map(OperatorView::id)
                .toList());
        try {
            asOperator(() -> {
                others.forEach(operators::deactivate);
                return id;
            });
            refused(
                    SecurityRefusal.LAST_OPERATOR,
                    () -> asOperator(() -> {
                        operators.deactivate(id);
                        return id;
                    }));
            assertThat(signsIn(email, PASSWORD)).isTrue();
        } finally {
            asOperator(() -> {
                others.forEach(operators::activate);
                return id;
            });
        }
    }

    @Test
    void nobody_but_operators_and_the_products_own_work_changes_them() throws Exception {
        Actor owner = new Actor(Actor.Kind.PERSON, "1", "Olive", Role.OWNER.permissions(), Set.of(), Set.of());
        Actor key = new Actor(Actor.Kind.KEY, "2", "till", Set.of(), Set.of(Scope.values()), Set.of());
        for (Actor actor : List.of(owner, key)) {
            refused(
                    SecurityRefusal.NOT_PERMITTED,
                    () -> currentActor.call(actor, "local", () -> operators.create(email, "X")));
            refused(SecurityRefusal.NOT_PERMITTED, () -> currentActor.call(actor, "local", operators::all));
        }
        refused(SecurityRefusal.NOT_PERMITTED, operators::all);
    }

    @Test
    void every_change_stands_in_the_trail_with_who_made_it() throws Exception {
        UUID id = withPassword();
        asOperator(() -> {
            operators.signOutEverywhere(id);
            return id;
        });
        assertThat(trail.of("operator", id.toString(), 10))
                .extracting(OperatorLine::action)
                .containsExactly("operator.signed_out_everywhere", "operator.password_set", "operator.created");
        assertThat(trail.of("operator", id.toString(), 10))
                .extracting(OperatorLine::actorName)
                .containsOnly("Opal");
    }

    private UUID withPassword() throws Exception {
        return asOperator(() -> {
            UUID id = operators.create(email, "Ada").id();
            operators.setInitialPassword(id, PASSWORD);
            return id;
        });
    }

    private UUID another() throws Exception {
        return asOperator(() -> {
            UUID id = operators.create("x" + email, "Bea").id();
            operators.setInitialPassword(id, PASSWORD);
            return id;
        });
    }

    private boolean signsIn(String address, String password) {
        return store.validate(new OperatorCredential(address, password)).getStatus()
                == CredentialValidationResult.Status.VALID;
    }

    private <T> T asOperator(Callable<T> work) throws Exception {
        return currentActor.call(Actor.operator("1", "Opal"), "local", work);
    }

    private static void refused(SecurityRefusal reason, Callable<?> work) {
        assertThatThrownBy(work::call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
