package io.steadfast.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.InTenant;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

class SavedViewServiceIT extends ContainerTest {

    @Inject
    private SavedViewService views;

    @Inject
    private InTenant inTenant;

    @Inject
    private CurrentActor currentActor;

    @Test
    void a_view_is_its_persons_own_and_one_of_the_same_name_takes_its_place() throws Exception {
        TestTenant tenant = TestTenants.make();
        inTenant.call(tenant, () -> {
            views.keep("members", "Best", "points=500");
            views.keep("members", "Best", "points=900");
            assertThat(views.of("members"))
                    .singleElement()
                    .satisfies(view -> assertThat(view.query()).isEqualTo("points=900"));
            assertThatThrownBy(() -> views.keep("members", " ", "points=1"))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refused -> assertThat(refused.reason()).isEqualTo(DeskRefusal.VIEW_NAME_NEEDED));
            return true;
        });
        inTenant.call(
                tenant,
                () -> currentActor.call(Actor.job("another"), "local", () -> {
                    assertThat(views.of("members")).isEmpty();
                    return true;
                }));
        inTenant.call(tenant, () -> {
            views.drop(views.of("members").get(0).id());
            assertThat(views.of("members")).isEmpty();
            return true;
        });
    }
}
