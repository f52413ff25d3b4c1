package io.steadfast.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares classes with a map; a value so that tests can hold it against classes that break it. */
record FeatureMapRules(String root, Map<String, Set<String>> uses, Set<String> mechanisms, Set<String> places) {

    private static final String PLATFORM = "platform";
    private static final String HOW = " Edit src/test/java/io/steadfast/architecture/FeatureMap.java";

    /** The real map. */
    static FeatureMapRules ofTheProduct() {
        return new FeatureMapRules(FeatureMap.ROOT, FeatureMap.USES, FeatureMap.MECHANISMS, FeatureMap.PLACES);
    }

    /** Packages that the map doesn't know, and lines of the map that no package stands behind. */
    Set<String> wrongPackages(JavaClasses classes) {
        Set<String> wrong = new TreeSet<>();
        Set<String> features = new TreeSet<>();
        Set<String> found = new TreeSet<>();
        ours(classes).forEach(type -> {
            features.add(feature(type));
            if (PLATFORM.equals(feature(type)) && segments(type).size() > 1) {
                found.add(segments(type).get(1));
            }
            unknownPlace(type).forEach(wrong::add);
        });
        missing(features, uses.keySet())
                .forEach(name -> wrong.add(root + "." + name + " isn't in the feature map: add feature(\"" + name
                        + "\", …) to USES." + HOW));
        missing(uses.keySet(), features)
                .forEach(name -> wrong.add("The map lists " + name + ", which has no class: take it out." + HOW));
        missing(found, mechanisms)
                .forEach(name -> wrong.add(root + ".platform." + name + " is unknown: add it to MECHANISMS." + HOW));
        missing(mechanisms, found)
                .forEach(name -> wrong.add("MECHANISMS lists " + name + ", which has no class: take it out." + HOW));
        return wrong;
    }

    /** Uses that the map doesn't allow, and uses of another feature's inner places. */
    Set<String> wrongUses(JavaClasses classes) {
        Map<String, String> wrong = new TreeMap<>();
        ours(classes)
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> isOurs(use.getTargetClass()))
                .forEach(use -> wrongUse(use)
                        .ifPresent(problem -> wrong.putIfAbsent(problem, " For one: " + use.getDescription())));
        return wrong.entrySet().stream()
                .map(problem -> problem.getKey() + problem.getValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<String> wrongUse(Dependency use) {
        String from = feature(use.getOriginClass());
        String to = feature(use.getTargetClass());
        if (from.equals(to)) {
            return Optional.empty();
        }
        if (!uses.getOrDefault(from, Set.of()).contains(to)) {
            return Optional.of(from + " uses " + to + ", which the feature map doesn't allow. Publish an event instead,"
                    + " or add \"" + to + "\" to feature(\"" + from + "\", …)." + HOW + ".");
        }
        if (!PLATFORM.equals(to) && !Set.of("", "core").contains(place(use.getTargetClass()))) {
            return Optional.of(from + " reaches into " + use.getTargetClass().getPackageName()
                    + ": others see a feature's root and core only.");
        }
        return Optional.empty();
    }

    private Stream<String> unknownPlace(JavaClass type) {
        List<String> segments = segments(type);
        int depth = PLATFORM.equals(feature(type)) ? 2 : 1;
        String place = String.join(".", segments.subList(Math.min(depth, segments.size()), segments.size()));
        return places.contains(place)
                ? Stream.empty()
                : Stream.of(type.getPackageName() + " is no place that a feature has: root, core, store, rest, faces");
    }

    private String place(JavaClass type) {
        return String.join(".", segments(type).subList(1, segments(type).size()));
    }

    private String feature(JavaClass type) {
        return segments(type).get(0);
    }

    private List<String> segments(JavaClass type) {
        return Arrays.asList(type.getPackageName().substring(root.length() + 1).split("\\."));
    }

    private Stream<JavaClass> ours(JavaClasses classes) {
        return classes.stream().filter(this::isOurs);
    }

    private boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(root + ".");
    }

    private static Set<String> missing(Set<String> wanted, Set<String> there) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(there);
        return missing;
    }
}
