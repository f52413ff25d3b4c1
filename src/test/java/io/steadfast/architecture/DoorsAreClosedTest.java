package io.steadfast.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import io.steadfast.platform.rest.PlatformDoor;
import io.steadfast.platform.security.Open;
import io.steadfast.platform.security.OperatorOnly;
import io.steadfast.platform.security.Scoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.junit.jupiter.api.Test;

/** Every call of the API says who may make it; the filter closes what says nothing, this test says so before anybody calls. */
class DoorsAreClosedTest {

    @Test
    void every_call_names_a_scope_or_is_for_operators_or_open_on_purpose() {
        assertThat(calls().stream().filter(call -> !isGuarded(call)).map(JavaMethod::getFullName))
                .isEmpty();
    }

    @Test
    void every_call_of_the_operators_door_is_for_operators() {
        assertThat(calls()).isNotEmpty();
        assertThat(calls().stream()
                        .filter(call -> call.getOwner().isAnnotatedWith(PlatformDoor.class))
                        .filter(call -> !has(call, OperatorOnly.class))
                        .map(JavaMethod::getFullName))
                .isEmpty();
    }

    @Test
    void every_call_has_a_name_and_a_tag_in_the_document() {
        assertThat(calls().stream()
                        .filter(call -> !call.isAnnotatedWith(Operation.class)
                                || !has(call, Tag.class)
                                || call.getAnnotationOfType(Operation.class)
                                        .operationId()
                                        .isEmpty())
                        .map(JavaMethod::getFullName))
                .as("@Operation(operationId = …, summary = …) at the method, @Tag at the class")
                .isEmpty();
    }

    static List<JavaMethod> calls() {
        return Codebase.MAIN.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .toList();
    }

    private static boolean isGuarded(JavaMethod call) {
        return has(call, Scoped.class) || has(call, OperatorOnly.class) || has(call, Open.class);
    }

    private static boolean has(JavaMethod call, Class<? extends java.lang.annotation.Annotation> guard) {
        return call.isAnnotatedWith(guard) || call.getOwner().isAnnotatedWith(guard);
    }
}
