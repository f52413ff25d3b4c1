package io.steadfast.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What code in main may use at all, and where. */
final class Usage {

    private static final String[] LAUNCHER = {"..launcher.."};

    /** Where SQL is written. Everything else asks a store. */
    private static final String[] SQL_PLACES = {
        "..store", "..reporting..", "..platform.persistence", "..platform.tenancy", "..launcher"
    };

    private static final Set<String> EXECUTE = Set.of("execute", "executeQuery", "executeUpdate", "executeBatch");

    private static final Map<String, Set<String>> SQL = Map.of(
            "jakarta.persistence.EntityManager", Set.of("createNativeQuery", "createStoredProcedureQuery"),
            "java.sql.Connection", Set.of("prepareStatement", "createStatement", "prepareCall"),
            "java.sql.Statement", EXECUTE,
            "java.sql.PreparedStatement", EXECUTE,
            "java.sql.CallableStatement", EXECUTE);

    private static final Set<String> INEXACT = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private static final Set<String> OLD_DATES =
            Set.of("java.util.Date", "java.util.Calendar", "java.util.GregorianCalendar", "java.sql.Date");

    private static final Set<String> CHANGEABLE = Set.of(
            "java.lang.ThreadLocal",
            "java.util.HashMap",
            "java.util.ArrayList",
            "java.util.HashSet",
            "java.util.concurrent.ConcurrentMap",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.atomic.AtomicReference",
            "java.util.concurrent.atomic.AtomicBoolean",
            "java.util.concurrent.atomic.AtomicInteger",
            "java.util.concurrent.atomic.AtomicLong");

    static final ArchRule KNOWN_LIBRARIES_ONLY = classes().should(useAllowedLibraries());

    static final ArchRule EXACT_NUMBERS = noClasses()
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are float or double",
                    type -> INEXACT.contains(type.getBaseComponentType().getName())))
            .orShould()
            .accessTargetWhere(inexact())
            .because("points and money are integers or BigDecimal");

    static final ArchRule MODERN_DATES = noClasses()
            .should()
            .dependOnClassesThat(
                    DescribedPredicate.describe("are old dates", type -> OLD_DATES.contains(type.getName())));

    static final ArchRule NO_PRINTING = noClasses()
            .that(DescribedPredicate.not(resideInAnyPackage(LAUNCHER)))
            .should()
            .accessTargetWhere(printing())
            .because("only the launcher speaks with a terminal");

    static final ArchRule NO_STATE_IN_STATICS = fields().that()
            .areStatic()
            .should(ArchCondition.from(DescribedPredicate.<JavaField>describe("be constant", Usage::isConstant)))
            .because("what changes belongs to a bean, a tenant or the database");

    static final ArchRule SQL_IN_STORES_ONLY = noClasses()
            .that(DescribedPredicate.not(resideInAnyPackage(SQL_PLACES)))
            .should()
            .accessTargetWhere(sql())
            .because("SQL is constant text in store, reporting, platform.persistence and platform.tenancy");

    static final ArchRule ADMIN_DATABASE_STAYS_IN_TENANCY = noClasses()
            .that()
            .resideOutsideOfPackage("..platform.tenancy")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("AdminDatabase")
            .because("no code that serves a request may hold the login that owns every schema");

    /**
     * A call like {@code grant(true, false)} says nothing. Pages' setters and records are what they are, and {@code
     * addIf(condition, …)} says what its condition is for.
     */
    static final ArchRule NO_BOOLEAN_PARAMETERS = methods()
            .that()
            .areNotPrivate()
            .and()
            .areDeclaredInClassesThat()
            .areNotRecords()
            .should(ArchCondition.from(DescribedPredicate.<JavaMethod>describe(
                    "take no boolean parameters: write two methods or an enum", Usage::takesNoSwitch)));

    static final List<ArchRule> ALL = List.of(
            NO_BOOLEAN_PARAMETERS,
            KNOWN_LIBRARIES_ONLY,
            EXACT_NUMBERS,
            MODERN_DATES,
            NO_PRINTING,
            NO_STATE_IN_STATICS,
            SQL_IN_STORES_ONLY,
            ADMIN_DATABASE_STAYS_IN_TENANCY);

    private Usage() {}

    private static ArchCondition<JavaClass> useAllowedLibraries() {
        return new ArchCondition<>("use a library only where Libraries.java allows it") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> !isAllowed(type, use.getTargetClass().getBaseComponentType()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(type, explained(type, use))));
            }
        };
    }

    private static String explained(JavaClass type, Dependency use) {
        return type.getPackageName() + " may not use " + use.getTargetClass().getName() + " (" + use.getDescription()
                + "); allowed places are in src/test/java/io/steadfast/architecture/Libraries.java";
    }

    private static boolean isAllowed(JavaClass user, JavaClass used) {
        if (used.isPrimitive() || used.getName().startsWith("io.steadfast.")) {
            return true;
        }
        return Libraries.ALLOWED.entrySet().stream()
                .filter(entry -> used.getName().startsWith(entry.getKey()))
                .anyMatch(entry -> resideInAnyPackage(entry.getValue().toArray(String[]::new))
                        .test(user));
    }

    private static DescribedPredicate<JavaAccess<?>> inexact() {
        return DescribedPredicate.describe(
                "is computed with float or double",
                access -> Set.of("doubleValue", "floatValue")
                        .contains(access.getTarget().getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> printing() {
        return DescribedPredicate.describe(
                "prints",
                access -> access.getTargetOwner().getName().equals("java.lang.System")
                                && Set.of("out", "err")
                                        .contains(access.getTarget().getName())
                        || access.getTarget().getName().equals("printStackTrace"));
    }

    private static DescribedPredicate<JavaAccess<?>> sql() {
        return DescribedPredicate.describe(
                "speaks SQL",
                access -> SQL.getOrDefault(access.getTargetOwner().getName(), Set.of())
                        .contains(access.getTarget().getName()));
    }

    private static boolean takesNoSwitch(JavaMethod method) {
        return method.getRawParameterTypes().stream()
                        .noneMatch(type -> type.getName().equals("boolean"))
                || method.getName().startsWith("set")
                || method.getName().endsWith("If")
                || method.getName().contains("$")
                || isInherited(method);
    }

    private static boolean isInherited(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                .flatMap(type -> type.getMethods().stream())
                .anyMatch(above -> above.getName().equals(method.getName())
                        && above.getRawParameterTypes().size()
                                == method.getRawParameterTypes().size());
    }

    private static boolean isConstant(JavaField field) {
        boolean madeByTheCompiler = field.getName().contains("$");
        boolean isFinal = field.getModifiers().contains(JavaModifier.FINAL);
        return madeByTheCompiler
                || isFinal && !CHANGEABLE.contains(field.getRawType().getName());
    }
}
