package io.steadfast.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.rest.OncePerKey;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the document says of a call's {@code Idempotency-Key} is what the call does with it. */
class OncePerKeyTest {

    @Test
    void a_call_is_marked_as_done_once_per_key_exactly_where_it_is() {
        assertThat(DoorsAreClosedTest.calls().stream()
                        .filter(call -> !said(call).equals(done(call)))
                        .map(call -> call.getFullName() + " says " + said(call) + " and is " + done(call)))
                .as(
                        "IdempotentCalls.required wants @OncePerKey(required = true) at the resource's method, optional @OncePerKey")
                .isEmpty();
        assertThat(DoorsAreClosedTest.calls().stream()
                        .filter(call -> !said(call).isEmpty()))
                .hasSizeGreaterThan(50);
    }

    private static Set<String> said(JavaMethod call) {
        return call.tryGetAnnotationOfType(OncePerKey.class)
                .map(once -> Set.of(once.required() ? "required" : "optional"))
                .orElse(Set.of());
    }

    /** By itself or by what it calls of its own class. */
    private static Set<String> done(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream()
                .flatMap(call -> call.getTargetOwner().isEquivalentTo(IdempotentCalls.class)
                        ? Stream.of(call.getName()).filter(name -> !name.equals("isReplayed"))
                        : own(method, call))
                .collect(Collectors.toSet());
    }

    private static Stream<String> own(JavaMethod method, JavaMethodCall call) {
        return call.getTarget()
                .resolveMember()
                .filter(called -> called.getOwner().equals(method.getOwner()) && !called.equals(method))
                .map(called -> done(called).stream())
                .orElse(Stream.empty());
    }
}
