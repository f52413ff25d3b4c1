package io.steadfast.platform.faces;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes our theme out of PrimeFaces' saga-blue: every colour literal becomes one of our tokens, so that light, dark and
 * a brand's colours come from one file. Run {@link #main} after PrimeFaces was updated; {@link ThemeTest} says when.
 */
public final class ThemeMaker {
    static final Path THEME = Path.of("src/main/webapp/resources/primefaces-steadfast/theme.css");

    private static final Pattern PALETTE = Pattern.compile(":root\\{[^}]*}");
    private static final Pattern WHITE_TEXT = Pattern.compile("(?<![-\\w])color:#(?:fff|ffffff)\\b");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\([^)]*\\)");
    /** Our token, then saga-blue's colours that it stands for. */
    private static final String TABLE = """
            ink: #495057 #252529
            surface: #fff #ffffff
            clear: rgba(0,0,0,0) rgba(255,255,255,0)
            line: #dee2e6 rgba(0,0,0,.08) #efefef
            line-strong: #ced4da #adb5bd #dadada
            surface-3: #e9ecef #ebebef
            surface-2: #f8f9fa #f8f8f8 #fbfcfc rgba(255,255,255,0.4)
            muted: #6c757d #607d8b
            ink-2: rgb(86.4,112.5,125.1) rgb(76.8,100,111.2) #343a40
            brand: #2196f3
            brand-strong: rgb(12.7384615385,136.9384615385,235.6615384615) rgb(11.3230769231,121.7230769231,209.4769230769)
            brand-soft: #e3f2fd rgba(33,150,243,.04) rgba(33,150,243,.16) rgba(96,125,139,.04) rgba(96,125,139,.16)
            focus: rgb(166.2,213,250.2) rgb(137.4,200.4,246.6) rgb(253.4,229.8,171) rgb(136.5336492891,212.4881516588,253.8663507109) rgb(237.4,171.8,171.8)
            shadow-ink: rgba(0,0,0,.2) rgba(0,0,0,.14) rgba(0,0,0,.12)
            veil: rgba(0,0,0,.4) rgba(0,0,0,.5) rgba(0,0,0,.7) rgba(0,0,0,.8) rgba(0,0,0,.9)
            gain: #689f38 rgb(93.6,143.1,50.4) rgb(83.2,127.2,44.8) rgb(67.1875,147.8125,69.875)
            gain-soft: #c8e6c9 rgba(104,159,56,.04) rgba(104,159,56,.16) rgba(200,230,201,.8)
            warn: #fbc02d #7f6003 rgb(250.446728972,183.2859813084,15.953271028)
            warn-soft: #ffecb3 rgba(251,192,45,.04) rgba(251,192,45,.16) rgb(255,229.625,153.5)
            warn-line: #ffc107
            when: #0288d1 #01579b #03a9f4 rgb(1.8,122.4,188.1) rgb(1.6,108.8,167.2)
            when-soft: #b3e5fc rgba(2,136,209,.04) rgba(2,136,209,.16)
            danger: #f44336 #d32f2f #b71c1c #e0284f rgb(45.75,7,7)
            danger-soft: #ffcdd2 rgba(211,47,47,.04) rgba(211,47,47,.16) rgb(255,113,127.2) rgb(255,179.5,187.05)
            danger-line: #ef5350 #e60017
            plum: #9c27b0 rgb(140.4,35.1,158.4) rgb(124.8,31.2,140.8)
            plum-soft: rgba(156,39,176,.04) rgba(156,39,176,.16)
            on-brand: #212529
            """;

    private static final Map<String, String> TOKENS = tokens();

    private ThemeMaker() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(THEME, made(), StandardCharsets.UTF_8);
    }

    /** The theme as it must be for the PrimeFaces on the class path. */
    static String made() {
        String css = PALETTE.matcher(saga()).replaceAll("");
        css = WHITE_TEXT.matcher(css).replaceAll("color:var(--on-brand)");
        css = COLOUR.matcher(css).replaceAll(colour -> Matcher.quoteReplacement(token(colour)));
        css = css.replaceAll("border-radius:4px", "border-radius:var(--radius-s)")
                .replaceAll("-radius:4px", "-radius:var(--radius-s)")
                .replaceAll("font-family:-apple-system[^;}]*", "font-family:var(--font)")
                .replaceAll("transition:background-color [^;}]*", "transition:none");
        return "/* Made by ThemeMaker from PrimeFaces' saga-blue (MIT). Don't edit: the tokens are in tokens.css. */\n"
                + css.replace("}", "}\n").replace("\uFEFF", "").strip() + "\n";
    }

    private static String token(MatchResult colour) {
        String key = colour.group().toLowerCase(Locale.ROOT).replace(" ", "");
        String name = TOKENS.get(key);
        if (name == null) {
            throw new IllegalStateException("A colour of saga-blue has no token yet: " + key);
        }
        return "var(--" + name + ")";
    }

    private static String saga() {
        try (InputStream css =
                ThemeMaker.class.getResourceAsStream("/META-INF/resources/primefaces-saga-blue/theme.css")) {
            if (css == null) {
                throw new IllegalStateException("saga-blue isn't on the class path");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> tokens() {
        Map<String, String> tokens = new LinkedHashMap<>();
        TABLE.lines().forEach(line -> {
            int colon = line.indexOf(':');
            for (String colour : line.substring(colon + 1).strip().split("\\s+")) {
                tokens.put(colour, line.substring(0, colon).strip());
            }
        });
        return tokens;
    }
}
