package io.steadfast.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.members.rest.MembersResource;
import org.junit.jupiter.api.Test;

class RestClassesTest {

    @Test
    void the_tenants_door_has_its_resources_and_the_providers() {
        assertThat(new ApiApplication().getClasses())
                .contains(MembersResource.class, JsonBodies.class, AnyProblemMapper.class)
                .noneMatch(type -> type.isAnnotationPresent(PlatformDoor.class));
    }

    @Test
    void the_operators_door_has_none_of_the_tenants_resources() {
        assertThat(new PlatformApplication().getClasses())
                .contains(JsonBodies.class, AnyProblemMapper.class)
                .doesNotContain(MembersResource.class);
    }
}
