package io.steadfast.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages as they are written: their addresses, the files each is put together from, and what their buttons do. */
public final class WrittenPages {

    private static final Path ROOT = Path.of("src", "main", "webapp");
    private static final Pattern PART = Pattern.compile("(?:src|template)=\"(/[^\"]+\\.xhtml)\"");
    private static final Pattern COMPOSITE = Pattern.compile("<sf:(\\w+)");
    private static final Pattern ACTION =
            Pattern.compile("(?:action|actionListener|listener|valueChangeListener|binding)=\"(#\\{[^\"]+})\"");
    private static final Pattern PLACE = Pattern.compile("<sf:place [^>]*\\bto=\"([^\"]+)\"");

    private WrittenPages() {}

    /** Every page's address, as in {@code /console/home}, with the actions of everything it is put together from. */
    public static TreeMap<String, Set<String>> withActions() {
        TreeMap<String, Set<String>> pages = new TreeMap<>();
        for (String file : files()) {
            if (!file.startsWith("/WEB-INF/") && !file.startsWith("/resources/")) {
                pages.put(file.replaceAll("\\.xhtml$", ""), actions(file));
            }
        }
        return pages;
    }

    /** Parts and composites that no page is put together from: what they do would go untested. */
    public static Set<String> unused() {
        Set<String> unused = new TreeSet<>(files());
        files().stream()
                .filter(file -> !file.startsWith("/WEB-INF/") && !file.startsWith("/resources/"))
                .forEach(page -> unused.removeAll(all(page)));
        return unused;
    }

    /** Where the console's menu leads. */
    public static Set<String> menu() {
        Set<String> places = new TreeSet<>();
        Matcher place = PLACE.matcher(read("/WEB-INF/parts/console.xhtml"));
        while (place.find()) {
            places.add(place.group(1).equals("/store") ? "/store/" : place.group(1));
        }
        return places;
    }

    private static Set<String> actions(String page) {
        Set<String> actions = new TreeSet<>();
        for (String file : all(page)) {
            Matcher action = ACTION.matcher(read(file));
            while (action.find()) {
                if (!action.group(1).startsWith("#{request.")
                        && !action.group(1).startsWith("#{cc.")) {
                    actions.add(action.group(1));
                }
            }
        }
        return actions;
    }

    private static Set<String> all(String page) {
        Set<String> seen = new LinkedHashSet<>(Set.of(page));
        Deque<String> waiting = new ArrayDeque<>(seen);
        while (!waiting.isEmpty()) {
            String text = read(waiting.remove());
            Matcher part = PART.matcher(text);
            while (part.find()) {
                if (seen.add(part.group(1))) {
                    waiting.add(part.group(1));
                }
            }
            Matcher composite = COMPOSITE.matcher(text);
            while (composite.find()) {
                String file = "/resources/sf/" + composite.group(1) + ".xhtml";
                if (seen.add(file)) {
                    waiting.add(file);
                }
            }
        }
        return seen;
    }

    private static Set<String> files() {
        try (Stream<Path> all = Files.walk(ROOT)) {
            Set<String> files = new TreeSet<>();
            all.filter(file -> file.toString().endsWith(".xhtml"))
                    .forEach(file ->
                            files.add("/" + ROOT.relativize(file).toString().replace('\\', '/')));
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file.substring(1)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
