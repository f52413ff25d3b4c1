package io.steadfast.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;

/** Decisions are plain and deterministic: the same input gives the same answer in the till, the simulator and a proof. */
final class PlainCore {

    private static final String[] PLAIN = {"..core..", "io.steadfast.shared.."};

    /** Everything a decision may lean on. No files, no network, no threads, no logging, no SQL. */
    private static final String[] ALLOWED = {
        "java.lang",
        "java.lang.annotation",
        "java.lang.invoke",
        "java.lang.runtime",
        "java.math",
        "java.nio",
        "java.nio.charset",
        "java.security",
        "java.text",
        "java.time..",
        "java.util",
        "java.util.function",
        "java.util.regex",
        "java.util.stream",
        "org.jspecify.annotations",
        "io.steadfast.shared..",
        "io.steadfast..core.."
    };

    /** What gives another answer each time, or on each machine. */
    private static final Map<String, Set<String>> UNSTEADY = Map.ofEntries(
            Map.entry("java.time.Instant", Set.of("now")),
            Map.entry("java.time.LocalDate", Set.of("now")),
            Map.entry("java.time.LocalDateTime", Set.of("now")),
            Map.entry("java.time.LocalTime", Set.of("now")),
            Map.entry("java.time.ZonedDateTime", Set.of("now")),
            Map.entry("java.time.OffsetDateTime", Set.of("now")),
            Map.entry("java.time.Year", Set.of("now")),
            Map.entry("java.time.YearMonth", Set.of("now")),
            Map.entry("java.time.MonthDay", Set.of("now")),
            Map.entry("java.time.ZoneId", Set.of("systemDefault")),
            Map.entry(
                    "java.lang.System", Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "getLogger")),
            Map.entry("java.lang.Math", Set.of("random")),
            Map.entry("java.util.UUID", Set.of("randomUUID")),
            Map.entry("java.util.Locale", Set.of("getDefault")),
            Map.entry("java.util.Collections", Set.of("shuffle")));

    private static final Set<String> UNSTEADY_TYPES = Set.of(
            "java.time.Clock",
            "java.time.InstantSource",
            "java.util.Random",
            "java.util.random.RandomGenerator",
            "java.util.TimeZone",
            "java.util.Calendar",
            "java.util.Timer",
            "java.security.SecureRandom",
            "java.lang.Thread",
            "java.lang.System$Logger");

    static final ArchRule LEANS_ON_JAVA_ONLY = classes()
            .that()
            .resideInAnyPackage(PLAIN)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(ALLOWED).or(primitiveOrArrayOfPlain()))
            .because("core and shared are plain: java.* and other cores only");

    static final ArchRule READS_NO_CLOCK_AND_NO_DICE = noClasses()
            .that()
            .resideInAnyPackage(PLAIN)
            .should()
            .accessTargetWhere(unsteady())
            .orShould()
            .dependOnClassesThat(unsteadyType())
            .because("core gets Instant now, ids and time zones as parameters");

    private PlainCore() {}

    private static DescribedPredicate<JavaClass> primitiveOrArrayOfPlain() {
        return DescribedPredicate.describe(
                "primitives and arrays",
                type -> type.isPrimitive()
                        || type.isArray() && type.getBaseComponentType().isPrimitive());
    }

    private static DescribedPredicate<JavaAccess<?>> unsteady() {
        return DescribedPredicate.describe(
                "reads a clock, makes random or asks the machine",
                access -> UNSTEADY.getOrDefault(access.getTargetOwner().getName(), Set.of())
                        .contains(access.getTarget().getName()));
    }

    private static DescribedPredicate<JavaClass> unsteadyType() {
        return DescribedPredicate.describe(
                "are clocks, dice, threads or logs", type -> UNSTEADY_TYPES.contains(type.getName()));
    }
}
