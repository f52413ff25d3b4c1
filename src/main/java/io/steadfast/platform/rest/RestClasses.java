package io.steadfast.platform.rest;

import io.steadfast.shared.RefusalReason;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds resources ({@code @Path}, in a {@code rest} package) and providers ({@code @Provider}) among our own classes.
 * Read from the class files rather than asked of CDI, because the OpenAPI document is made where no bean of ours is in
 * reach, and it must see what the doors serve.
 */
final class RestClasses {

    /** Jersey would otherwise read and write our records with a JSON of its own choice: leniently, and in another form. */
    static final Map<String, Object> WITHOUT_THE_SERVERS_JSON = Map.of(
            "jersey.config.jsonFeature",
            "Steadfast",
            "jersey.config.server.jsonFeature",
            "Steadfast",
            "jersey.config.server.disableJsonBinding",
            true,
            "jersey.config.server.disableMoxyJson",
            true);

    private static final String ROOT = "io/steadfast";

    private RestClasses() {}

    static Set<Class<?>> of(Predicate<Class<?>> resources) {
        Set<Class<?>> found = new LinkedHashSet<>();
        for (Class<?> candidate : candidates(RestClasses::mayTakePart)) {
            boolean resource = candidate.isAnnotationPresent(Path.class) && resources.test(candidate);
            if (resource || candidate.isAnnotationPresent(Provider.class)) {
                found.add(candidate);
            }
        }
        return found;
    }

    /** Every enum of reasons, by which a call may be refused. */
    static List<Class<?>> reasons() {
        return candidates(file -> file.endsWith("Refusal.class") || file.endsWith("Reason.class")).stream()
                .filter(type -> type.isEnum() && RefusalReason.class.isAssignableFrom(type))
                .toList();
    }

    private static List<Class<?>> candidates(Predicate<String> wanted) {
        ClassLoader loader = RestClasses.class.getClassLoader();
        Set<String> names = new TreeSet<>();
        try {
            for (URL root : java.util.Collections.list(loader.getResources(ROOT))) {
                names.addAll(namesUnder(root.toURI(), wanted));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException wrong) {
            throw new IllegalStateException(wrong);
        }
        return names.stream().<Class<?>>map(name -> loaded(name, loader)).toList();
    }

    private static Set<String> namesUnder(URI root, Predicate<String> wanted) throws IOException {
        if ("jar".equals(root.getScheme())) {
            try (FileSystem jar = FileSystems.newFileSystem(root, Map.of())) {
                return namesUnder(jar.getPath(ROOT), wanted);
            }
        }
        return namesUnder(java.nio.file.Path.of(root), wanted);
    }

    private static Set<String> namesUnder(java.nio.file.Path root, Predicate<String> wanted) throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(wanted)
                    .map(file -> (ROOT + "/" + file.substring(0, file.length() - ".class".length())).replace('/', '.'))
                    .collect(TreeSet::new, Set::add, Set::addAll);
        }
    }

    /** Only where a resource or provider may live, so that a start doesn't load every class of the war. */
    private static boolean mayTakePart(String file) {
        return file.endsWith(".class")
                && !file.endsWith("-info.class")
                && (file.contains("/rest/") || file.startsWith("platform/"));
    }

    private static Class<?> loaded(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(name, gone);
        }
    }
}
