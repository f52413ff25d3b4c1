package io.steadfast.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.steadfast.platform.idempotency.IdempotencyReason;
import io.steadfast.platform.rest.DoorReason;
import io.steadfast.platform.rest.PlatformDoor;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

/**
 * The list of what each call may be refused with, from which the document tells every call's codes, has none that the call's code
 * can't come to. That none is missing is seen where tests call: {@code DocumentCheck} knows every code that comes. What every door
 * refuses isn't in it, see {@code ProblemCodes}.
 */
class RefusalListTest {

    private static final Path LIST = Path.of("src", "main", "resources", "api", "refusals.properties");
    private static final String RENEWAL = "steadfast.refusals";
    private static final String NO_CALL = "-";

    /** What stands before every call of tenants' systems; it is the server's own kind of filter. */
    private static final String DOOR = "io.steadfast.platform.security.ApiDoorFilter";

    private final ReachableRefusals reachable = new ReachableRefusals();

    @Test
    void the_list_names_nothing_that_a_call_cannot_come_to() throws IOException {
        Map<String, Set<String>> found = calls();
        if ("renew".equals(System.getProperty(RENEWAL))) {
            Files.writeString(LIST, written(found));
        }
        List<String> wrong = new ArrayList<>();
        kept().forEach((call, reasons) -> reasons.stream()
                .filter(reason -> !found.getOrDefault(call, Set.of()).contains(reason))
                .forEach(reason -> wrong.add(call + " " + reason)));
        assertThat(wrong)
                .as("%s. Renew it: mvn test -Dtest=RefusalListTest -D%s=renew", LIST, RENEWAL)
                .isEmpty();
    }

    private static Map<String, Set<String>> kept() throws IOException {
        Properties list = new Properties();
        try (Reader text = Files.newBufferedReader(LIST)) {
            list.load(text);
        }
        Map<String, Set<String>> kept = new TreeMap<>();
        list.stringPropertyNames().stream()
                .filter(call -> !call.equals(NO_CALL))
                .forEach(call -> kept.put(
                        call,
                        Stream.of(list.getProperty(call).split(",", -1))
                                .filter(reason -> !reason.isEmpty())
                                .collect(Collectors.toSet())));
        return kept;
    }

    @Test
    void a_call_that_reads_one_member_is_refused_for_nothing_else() {
        assertThat(calls().get("getBalance"))
                .containsExactly(
                        "LedgerRefusal.MEMBER_UNKNOWN",
                        "SecurityRefusal.TENANT_BUSY",
                        "SecurityRefusal.TENANT_SUSPENDED");
        assertThat(calls().get("closePeriod"))
                .contains("LedgerRefusal.PERIOD_NOT_OVER", "LedgerRefusal.PERIOD_ALREADY_CLOSED");
    }

    /** Last what no call can come to, so that a reason that isn't in the list at all is known to be new. */
    private static String written(Map<String, Set<String>> calls) {
        Set<String> rest = Codebase.MAIN.stream()
                .filter(ReachableRefusals::isReason)
                .flatMap(type -> type.getFields().stream()
                        .filter(field -> field.getRawType().equals(type))
                        .map(field -> type.getSimpleName() + "." + field.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
        calls.values().forEach(rest::removeAll);
        return "# What each call may be refused with beyond what any door refuses; RefusalListTest writes it.\n"
                + calls.entrySet().stream()
                        .map(call -> call.getKey() + "=" + String.join(",", call.getValue()) + "\n")
                        .collect(Collectors.joining())
                + NO_CALL + "=" + String.join(",", rest) + "\n";
    }

    private Map<String, Set<String>> calls() {
        Map<String, Set<String>> calls = new TreeMap<>();
        for (JavaMethod call : DoorsAreClosedTest.calls()) {
            Set<String> reasons = own(call);
            filters(call).forEach(filter -> reasons.addAll(own(filter)));
            call.tryGetAnnotationOfType(Operation.class).ifPresent(said -> calls.put(said.operationId(), reasons));
        }
        return calls;
    }

    /** The methods that turn a call away before it is reached. */
    private static Stream<JavaMethod> filters(JavaMethod call) {
        return Codebase.MAIN.stream()
                .filter(type -> type.isAssignableTo(ContainerRequestFilter.class) && isBound(type, call)
                        || type.getName().equals(DOOR) && !call.getOwner().isAnnotatedWith(PlatformDoor.class))
                .flatMap(type -> type.getMethods().stream());
    }

    private static boolean isBound(JavaClass filter, JavaMethod call) {
        return filter.getAnnotations().stream()
                .filter(each -> each.getRawType().isAnnotatedWith(NameBinding.class))
                .allMatch(each -> call.isAnnotatedWith(each.getRawType().getName()));
    }

    private Set<String> own(JavaMethod method) {
        return reachable.of(method).stream()
                .filter(reason -> !reason.startsWith(DoorReason.class.getSimpleName() + ".")
                        && !reason.startsWith(IdempotencyReason.class.getSimpleName() + "."))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
