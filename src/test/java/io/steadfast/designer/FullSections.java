package io.steadfast.designer;

import io.steadfast.support.TestTenant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Every section of the designer, each in the templates that have most to show there. */
final class FullSections {

    /** A section of a program begun from a template. */
    record Place(String template, String section) {

        String address() {
            return "/console/program?code=" + code(template) + "&section=" + section;
        }

        @Override
        public String toString() {
            return template + "-" + section;
        }
    }

    static final List<Place> PLACES = Stream.of(
                    of("P2", "basics", "earn", "tiers", "expiry", "rewards", "limits", "terms"),
                    of("P10", "stamps"),
                    of("P3", "plans"),
                    of("P5", "giving"),
                    of("P12", "earn"),
                    of("P14", "earn"))
            .flatMap(List::stream)
            .toList();

    private FullSections() {}

    private static List<Place> of(String template, String... sections) {
        return Stream.of(sections).map(section -> new Place(template, section)).toList();
    }

    /** Makes the programs with those sections. */
    static void makeIn(TestTenant tenant) {
        PLACES.stream()
                .map(Place::template)
                .distinct()
                .forEach(template -> tenant.api()
                        .post("/programs", Map.of("code", code(template), "template", template))
                        .expect(201));
    }

    private static String code(String template) {
        return "full-" + template.toLowerCase(Locale.ROOT);
    }
}
