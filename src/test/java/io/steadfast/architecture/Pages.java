package io.steadfast.architecture;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may not stand in a page: literal text, inline style, inline script, more lines than a screen or two. */
final class Pages {

    private static final int MOST_LINES = 150;

    private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{[^}]*}");
    private static final Pattern TEXT = Pattern.compile(">([^<>]*\\p{L}{2,}[^<>]*)<");
    private static final Pattern TOLD = Pattern.compile(
            "\\s(?:title|alt|placeholder|aria-label|label|pt:placeholder|pt:aria-label|header|emptyMessage|requiredMessage|"
                    + "validatorMessage|converterMessage|itemLabel|noSelectionLabel)=\"([^\"]*\\p{L}{2,}[^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile(
            "<(?:h:outputText|h:outputLabel|p:outputLabel|h:commandButton|p:commandButton|p:button|h:commandLink|"
                    + "p:commandLink)\\b[^>]*\\svalue=\"([^\"]*\\p{L}{2,}[^\"]*)\"");
    private static final Pattern STYLE = Pattern.compile("\\sstyle=\"");
    private static final Pattern SCRIPT =
            Pattern.compile("\\son[a-z]+=\"|<script(?![^>]*src=)[^>]*>\\s*\\S|javascript:");
    private static final Pattern KEY = Pattern.compile("\\bt\\.(\\w+)\\['([^']+)'\\](?!\\.concat)");

    private Pages() {}

    static Set<String> problems(String name, String page) {
        Set<String> problems = new TreeSet<>();
        if (page.lines().count() > MOST_LINES) {
            problems.add(name + " has more than " + MOST_LINES + " lines: cut it into composite components");
        }
        String bare = EXPRESSION
                .matcher(page.replaceAll("(?s)<!--.*?-->|<!\\[CDATA\\[.*?]]>", ""))
                .replaceAll("");
        for (Pattern pattern : List.of(TEXT, TOLD, VALUE)) {
            Matcher literal = pattern.matcher(bare);
            while (literal.find()) {
                problems.add(name + " says \"" + literal.group(1).strip() + "\" itself: put it into a bundle");
            }
        }
        if (STYLE.matcher(bare).find()) {
            problems.add(name + " has an inline style");
        }
        if (SCRIPT.matcher(bare).find()) {
            problems.add(name + " has an inline script or handler");
        }
        return problems;
    }

    /** Texts that the page asks for by a literal key and that no bundle has. */
    static Set<String> missingTexts(String name, String page, Bundles bundles) {
        Set<String> missing = new TreeSet<>();
        Matcher key = KEY.matcher(page);
        while (key.find()) {
            if (!bundles.has(key.group(1), key.group(2))) {
                missing.add(name + " asks for the text " + key.group(1) + "." + key.group(2));
            }
        }
        return missing;
    }
}
