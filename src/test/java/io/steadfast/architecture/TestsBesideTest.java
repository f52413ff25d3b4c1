package io.steadfast.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.steadfast.support.ContainerTest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.commons.annotation.Testable;

class TestsBesideTest {

    private static final Set<String> TESTS =
            Codebase.TESTS.stream().map(JavaClass::getName).collect(Collectors.toUnmodifiableSet());

    /** By its name, or, where a service's cases fill several classes, one in the same package that uses it. */
    @Test
    void every_resource_and_every_service_has_a_test_class_beside_it() {
        assertThat(Codebase.MAIN.stream()
                        .filter(type -> type.getSimpleName().matches(".+(Resource|Service)"))
                        .filter(type ->
                                !TESTS.contains(type.getName() + "Test") && !TESTS.contains(type.getName() + "IT"))
                        .filter(type -> Codebase.TESTS.stream().noneMatch(test -> isTestOf(test, type)))
                        .map(JavaClass::getName))
                .as("without a …Test or …IT in the same package")
                .isEmpty();
    }

    /** Surefire runs …Test, Failsafe runs …IT; a class by another name is skipped with a green build. */
    @Test
    void every_class_with_tests_has_a_name_that_is_run() {
        assertThat(Codebase.TESTS.stream()
                        .filter(TestsBesideTest::hasTests)
                        .map(type -> outermost(type).getName())
                        .filter(name -> !name.endsWith("Test") && !name.endsWith("IT"))
                        .distinct())
                .isEmpty();
    }

    @Test
    void every_test_that_needs_the_server_runs_when_the_war_is_there() {
        assertThat(Codebase.TESTS.stream()
                        .filter(type -> type.isAssignableTo(ContainerTest.class)
                                || type.isAssignableTo("io.steadfast.support.ClientTest"))
                        .filter(TestsBesideTest::hasTests)
                        .map(JavaClass::getName)
                        .filter(name -> !name.endsWith("IT")))
                .isEmpty();
    }

    /** Inside the server these run wrongly or not at all, and the build stays green. */
    @Test
    void a_test_inside_the_server_uses_nothing_that_misbehaves_there() {
        assertThat(Codebase.TESTS.stream()
                        .filter(type -> type.isAssignableTo(ContainerTest.class))
                        .flatMap(TestsBesideTest::misfits))
                .isEmpty();
    }

    @Test
    void every_package_says_what_it_is_and_is_null_marked() {
        assertThat(Codebase.MAIN.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(each ->
                                !each.tryGetAnnotationOfType(NullMarked.class).isPresent())
                        .map(each -> each.getName() + " has no package-info.java with @NullMarked"))
                .isEmpty();
    }

    private static Stream<String> misfits(JavaClass type) {
        List<String> methods = type.getAllMethods().stream()
                .filter(method ->
                        method.isAnnotatedWith(ParameterizedTest.class) || method.isAnnotatedWith(BeforeAll.class))
                .map(JavaMethod::getFullName)
                .toList();
        return type.isAnnotatedWith(Nested.class) ? Stream.of(type.getName()) : methods.stream();
    }

    private static boolean isTestOf(JavaClass test, JavaClass type) {
        return test.getPackageName().equals(type.getPackageName())
                && hasTests(test)
                && test.getDirectDependenciesFromSelf().stream()
                        .anyMatch(use -> use.getTargetClass().getName().equals(type.getName()));
    }

    private static boolean hasTests(JavaClass type) {
        return type.getMethods().stream()
                .anyMatch(
                        method -> method.isAnnotatedWith(Testable.class) || method.isMetaAnnotatedWith(Testable.class));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(TestsBesideTest::outermost).orElse(type);
    }
}
