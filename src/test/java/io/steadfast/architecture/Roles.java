package io.steadfast.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.function.Predicate;

/** A role, its place and its name belong together, read from either side; and each place looks only downwards. */
final class Roles {

    /** A feature's own; the mechanisms below {@code platform.rest} serve doors as well. */
    private static final String RESOURCES_OR_PAGES = "io\\.steadfast\\.(?!platform\\.).*\\.(rest|faces)";

    private static final String ENTITY = "(?!package-info).*Entity";

    static final List<ArchRule> ALL = List.of(
            classes().that().areAnnotatedWith(Entity.class).should().resideInAPackage("..store"),
            classes().that().areAnnotatedWith(Entity.class).should().haveSimpleNameEndingWith("Entity"),
            classes().that().haveNameMatching(ENTITY).should(beAnnotatedWith(Entity.class)),
            classes()
                    .that()
                    .areAnnotatedWith(Embeddable.class)
                    .or()
                    .areAnnotatedWith(Converter.class)
                    .or()
                    .areAnnotatedWith(MappedSuperclass.class)
                    .should()
                    .resideInAPackage("..store")
                    .orShould()
                    .resideInAPackage("..platform.persistence")
                    .allowEmptyShould(true),
            classes().that().areAnnotatedWith(Path.class).should().resideInAPackage("..rest"),
            classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource"),
            classes().that().haveSimpleNameEndingWith("Resource").should(beAnnotatedWith(Path.class)),
            classes().that().areAnnotatedWith(Named.class).should().resideInAPackage("..faces"),
            classes()
                    .that()
                    .resideInAPackage("..faces")
                    .and()
                    .resideOutsideOfPackage("..platform..")
                    .and(pageScoped())
                    .should(beAnnotatedWith(Named.class))
                    .allowEmptyShould(true),
            classes()
                    .that()
                    .areAnnotatedWith(Stateless.class)
                    .and()
                    .resideOutsideOfPackage("..platform..")
                    .should(beADoor()),
            classes()
                    .that(stand("in a feature's root", Roles::isInAFeaturesRoot))
                    .and()
                    .haveSimpleNameEndingWith("Service")
                    .should(beAnnotatedWith(Stateless.class)),
            noClasses()
                    .that()
                    .resideInAnyPackage("..rest", "..faces")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..store")
                    .because("pages and resources speak with the feature's door"),
            // The mechanism may look into a failure from below to say what went wrong.
            noClasses()
                    .that()
                    .resideInAnyPackage("..rest", "..faces")
                    .and()
                    .resideOutsideOfPackage("..platform..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql.."),
            noClasses()
                    .that()
                    .resideInAPackage("..store")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..rest", "..faces"),
            noClasses()
                    .that(stand("in a feature's root", Roles::isInAFeaturesRoot))
                    .should()
                    .dependOnClassesThat(stand(
                            "are resources or pages",
                            type -> type.getPackageName().matches(RESOURCES_OR_PAGES)))
                    .because("a door doesn't know who knocks"));

    private Roles() {}

    private static ArchCondition<JavaClass> beADoor() {
        return ArchCondition.from(stand(
                "a …Service in a feature's root",
                type -> isInAFeaturesRoot(type) && type.getSimpleName().endsWith("Service")));
    }

    private static DescribedPredicate<JavaClass> pageScoped() {
        return stand(
                "scoped to a page, a request or a session",
                type -> type.isAnnotatedWith(ViewScoped.class)
                        || type.isAnnotatedWith(org.omnifaces.cdi.ViewScoped.class)
                        || type.isAnnotatedWith(RequestScoped.class)
                        || type.isAnnotatedWith(SessionScoped.class));
    }

    /** {@code io.steadfast.<feature>}; mechanisms and the launcher aren't features. */
    private static boolean isInAFeaturesRoot(JavaClass type) {
        String name = type.getPackageName();
        String root = name.startsWith(Codebase.BROKEN_ROOT) ? Codebase.BROKEN_ROOT : FeatureMap.ROOT;
        String below = name.substring(Math.min(name.length(), root.length() + 1));
        return !below.isEmpty() && !below.contains(".") && !below.equals("launcher");
    }

    private static DescribedPredicate<JavaClass> stand(String description, Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }
}
