package io.steadfast.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.shared.RefusalReason;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which reasons a method may come to, by what it calls and what that calls. Rather too many than too few: whoever implements an
 * interface may be meant, and whoever observes an event that a class knows hears of it.
 */
final class ReachableRefusals {

    private static final String OURS = "io.steadfast";

    private final Map<JavaCodeUnit, Set<JavaCodeUnit>> calls = new HashMap<>();
    private final List<JavaMethod> observers = Codebase.MAIN.stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.getParameters().stream().anyMatch(each -> each.isAnnotatedWith(Observes.class)))
            .toList();

    /** As in {@code LedgerRefusal.HOLD_OVER}; without those of fields, which stand beside the field. */
    Set<String> of(JavaMethod method) {
        Set<String> reasons = new TreeSet<>();
        Set<JavaCodeUnit> seen = new HashSet<>(Set.of(method));
        Deque<JavaCodeUnit> waiting = new ArrayDeque<>(seen);
        while (!waiting.isEmpty()) {
            JavaCodeUnit unit = waiting.poll();
            named(unit).forEach(reasons::add);
            calls.computeIfAbsent(unit, this::called).stream().filter(seen::add).forEach(waiting::add);
        }
        return reasons;
    }

    private static Stream<String> named(JavaCodeUnit unit) {
        return unit.getFieldAccesses().stream()
                .filter(access -> isReason(access.getTargetOwner()) && !isReason(unit.getOwner()))
                .filter(access -> access.getTarget().getRawType().equals(access.getTargetOwner()))
                .map(access -> access.getTargetOwner().getSimpleName() + "."
                        + access.getTarget().getName());
    }

    static boolean isReason(JavaClass type) {
        return type.isEnum() && type.isAssignableTo(RefusalReason.class) && !type.isEquivalentTo(FieldReason.class);
    }

    private Set<JavaCodeUnit> called(JavaCodeUnit unit) {
        Set<JavaCodeUnit> called = new LinkedHashSet<>();
        unit.getOwner().getStaticInitializer().ifPresent(called::add);
        accesses(unit).forEach(access -> {
            access.getTarget()
                    .resolveMember()
                    .map(JavaCodeUnit.class::cast)
                    .filter(target -> target.getOwner().getPackageName().startsWith(OURS))
                    .ifPresent(target -> {
                        called.add(target);
                        overriding(access.getTargetOwner(), target).forEach(called::add);
                        overriding(target.getOwner(), target).forEach(called::add);
                    });
            if (access.getTargetOwner().isEquivalentTo(Event.class)) {
                observers.stream().filter(each -> hears(each, unit.getOwner())).forEach(called::add);
            }
        });
        return called;
    }

    private static Stream<JavaCodeUnitAccess<?>> accesses(JavaCodeUnit unit) {
        return Stream.of(
                        unit.getCallsFromSelf(),
                        unit.getMethodReferencesFromSelf(),
                        unit.getConstructorReferencesFromSelf())
                .flatMap(Set::stream);
    }

    private static Stream<JavaMethod> overriding(JavaClass owner, JavaCodeUnit target) {
        String[] parameters =
                target.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        return owner.getAllSubclasses().stream()
                .flatMap(type -> type.tryGetMethod(target.getName(), parameters).stream());
    }

    private static boolean hears(JavaMethod observer, JavaClass teller) {
        JavaClass event = observer.getParameters().stream()
                .filter(each -> each.isAnnotatedWith(Observes.class))
                .map(JavaParameter::getRawType)
                .findFirst()
                .orElseThrow();
        return teller.getDirectDependenciesFromSelf().stream()
                .anyMatch(each -> each.getTargetClass().getPackageName().startsWith(OURS)
                        && each.getTargetClass().isAssignableTo(event.getName()));
    }
}
