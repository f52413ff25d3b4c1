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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

/**
 * The list of what each call may be refused with, from which the document tells every call's codes, is what the code can come to:
 * no code is missing, and none is there that can't be. What every door refuses isn't in it, see {@code ProblemCodes}.
 */
class RefusalListTest {

    private static final Path LIST = Path.of("src", "main", "resources", "api", "refusals.properties");
    private static final String RENEWAL = "steadfast.refusals";

    /** What stands before every call of tenants' systems; it is the server's own kind of filter. */
    private static final String DOOR = "io.steadfast.platform.security.ApiDoorFilter";

    private final ReachableRefusals reachable = new ReachableRefusals();

    @Test
    void the_list_says_what_each_call_may_be_refused_with() throws IOException {
        String found = written();
        if ("renew".equals(System.getProperty(RENEWAL))) {
            Files.writeString(LIST, found);
        }
        assertThat(Files.readString(LIST))
                .as("%s. Renew it: mvn test -Dtest=RefusalListTest -D%s=renew", LIST, RENEWAL)
                .isEqualTo(found);
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

    private String written() {
        return "# What each call may be refused with beyond what any door refuses; RefusalListTest writes it.\n"
                + calls().entrySet().stream()
                        .map(call -> call.getKey() + "=" + String.join(",", call.getValue()) + "\n")
                        .collect(Collectors.joining());
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
