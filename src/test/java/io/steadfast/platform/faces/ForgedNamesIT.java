package io.steadfast.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestOperators;
import io.steadfast.tills.Counter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever somebody writes in the place of an id or a code in a page's address or form, the answer is a page, a 404 or a refusal,
 * never a failure of ours. The names are read from the sources, so that a bean that reads another one is tried too.
 */
class ForgedNamesIT extends BrowserTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "io", "steadfast");
    private static final Path PAGES = Path.of("src", "main", "webapp");
    private static final Pattern READ = Pattern.compile("(?:getParameter|given|parameter)\\(\"([A-Za-z]+)\"\\)");
    private static final List<String> FORGED = List.of("no such name", "00000000-0000-7000-8000-000000000000");

    private static final Pattern FORM = Pattern.compile("(?s)<form id=\"([^\"]+)\"(.*?)</form>");
    private static final Pattern FIELD =
            Pattern.compile("(?s)<(input)([^>]*)>|<(select|textarea)([^>]*)>(.*?)</(?:select|textarea)>");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");
    private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\" selected");
    private static final Pattern NONCE = Pattern.compile("csp\\.init\\('([^']*)'");
    private static final Pattern BUTTON = Pattern.compile("<(?:button|input)([^>]*type=\"submit\"[^>]*)>");
    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]+)\"");
    private static final Pattern NAMED = Pattern.compile("@Named\\(\"([A-Za-z]+)\"\\)");
    private static final Pattern INCLUDED = Pattern.compile("(?:src|template)=\"/(WEB-INF/parts/[a-z]+\\.xhtml)\"");

    @Test
    void no_forged_name_makes_a_page_fail() {
        Counter counter = Counter.open("P2");
        counter.report("1", 40_00, counter.member).expect(201);
        signIn(page, counter.tenant, counter.tenant.owner());
        List<String> wrong = failuresOf(page, addresses("console", "store"));
        Map<String, Integer> sent = new LinkedHashMap<>();
        for (String address : withForms(counter)) {
            sent.put(address.replaceAll("[?].*", ""), forgeIn(address, wrong));
            if (address.endsWith("/people")) {
                // One of its buttons ends every session.
                signIn(page, counter.tenant, counter.tenant.owner());
            }
        }
        assertThat(sent.entrySet().stream().filter(each -> each.getValue() > 0).map(Map.Entry::getKey))
                .as("pages to which something forged was sent: %s", sent)
                .contains("/console/imports", "/console/member", "/console/people", "/console/tills", "/store/enrol");
        RequestOptions broken =
                RequestOptions.create().setForm(FormData.create().set("q", "a\u0000b"));
        assertThat(page.request().post("/console/members", broken).status()).isEqualTo(400);
        assertThat(page.request().get("/console/members?q=a%00b").status()).isEqualTo(400);
        signInAsOperator(page, TestOperators.make());
        wrong.addAll(failuresOf(page, addresses("platform")));
        assertThat(wrong).isEmpty();
    }

    private int forgeIn(String address, List<String> wrong) {
        String shown = page.request().get(address).text();
        int sent = 0;
        Matcher form = FORM.matcher(shown);
        while (form.find()) {
            // Those of the frame would be the same on every page.
            if (!form.group(1).equals("out")) {
                sent += forgeIn(address, found(NONCE, shown), form, wrong);
            }
        }
        return sent;
    }

    /** Every button of the form: with each hidden or chosen value forged in turn, and with all fields forged at once. */
    private int forgeIn(String address, String nonce, Matcher form, List<String> wrong) {
        Map<String, String> fields = fields(form.group(2));
        Set<String> forgeable = new TreeSet<>(fields.keySet());
        forgeable.removeIf(field -> field.startsWith("jakarta.") || field.equals(form.group(1)));
        List<Set<String>> ways = new ArrayList<>();
        forgeable.stream().filter(field -> isName(form.group(2), field)).forEach(field -> ways.add(Set.of(field)));
        if (!forgeable.isEmpty()) {
            ways.add(forgeable);
        }
        boolean withFiles = form.group(2).contains("multipart/form-data");
        int sent = 0;
        for (String pressed : buttons(form.group(2))) {
            for (Set<String> way : ways) {
                FormData data = FormData.create().set("primefaces.nonce", nonce);
                fields.forEach((name, value) -> data.set(name, way.contains(name) ? FORGED.get(0) : value));
                data.set(pressed, "");
                sent += post(address, RequestOptions.create().setForm(data), pressed + " with " + way, wrong);
                if (withFiles) {
                    RequestOptions files = RequestOptions.create().setMultipart(data);
                    sent += post(address, files, pressed + " with files and " + way, wrong);
                }
            }
        }
        return sent;
    }

    private int post(String address, RequestOptions options, String what, List<String> wrong) {
        APIResponse answer = page.request().post(address, options.setMaxRedirects(0));
        if (failed(answer)) {
            wrong.add(address + " " + what + ": " + answer.status());
        }
        return 1;
    }

    /** Whether the field holds a name of something rather than what somebody types. */
    private static boolean isName(String html, String field) {
        Matcher tag = FIELD.matcher(html);
        while (tag.find()) {
            if (found(NAME, attributes(tag)).equals(field)) {
                return "select".equals(tag.group(3)) || attributes(tag).contains("type=\"hidden\"");
            }
        }
        return false;
    }

    private static String attributes(Matcher tag) {
        return tag.group(1) == null ? tag.group(4) : tag.group(2);
    }

    private static Set<String> buttons(String html) {
        Set<String> buttons = new TreeSet<>();
        Matcher button = BUTTON.matcher(html);
        while (button.find()) {
            buttons.add(found(NAME, button.group(1)));
        }
        buttons.remove("");
        return buttons;
    }

    /** As a browser would send them: no other button, and of ticks those that are set. */
    private static Map<String, String> fields(String html) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(html);
        while (field.find()) {
            String tag = attributes(field);
            boolean unset =
                    (tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\"")) && !tag.contains("checked");
            if (!unset && !tag.contains("type=\"file\"") && !tag.contains("type=\"submit\"")) {
                fields.put(found(NAME, tag), value(field));
            }
        }
        fields.remove("");
        return fields;
    }

    private static String value(Matcher field) {
        if ("select".equals(field.group(3))) {
            String options = field.group(5);
            return CHOSEN.matcher(options).find() ? found(CHOSEN, options) : found(VALUE, options);
        }
        return found(VALUE, attributes(field));
    }

    private static String found(Pattern pattern, String html) {
        Matcher matcher = pattern.matcher(html);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static List<String> withForms(Counter counter) {
        List<String> addresses = new ArrayList<>(addresses("console", "store"));
        addresses.add("/console/member?id=" + counter.member);
        addresses.add("/console/program?code=club");
        addresses.add("/console/publish?code=club");
        addresses.add("/console/tryout?code=club");
        addresses.add("/console/reward?program=club&code=voucher-10");
        addresses.add("/store/?member=" + counter.member);
        return addresses;
    }

    /** With everything that a page reads forged. */
    private static List<String> failuresOf(Page browser, List<String> addresses) {
        Map<String, Set<String>> read = names();
        List<String> failures = new ArrayList<>();
        for (String address : addresses) {
            Set<String> names = namesOf(address, read);
            for (String forged : names.isEmpty() ? List.<String>of() : FORGED) {
                RequestOptions options = RequestOptions.create();
                names.forEach(name -> options.setQueryParam(name, forged));
                if (failed(browser.request().get(address, options))) {
                    failures.add(address + " with all of them " + forged);
                }
            }
        }
        return failures;
    }

    private static boolean failed(APIResponse answer) {
        return answer.status() >= 500 || answer.url().contains("broken=true");
    }

    /** The parameters that each bean reads, or a class beside it. */
    private static Map<String, Set<String>> names() {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        each(SOURCES, ".java").filter(file -> file.toString().contains("faces")).forEach(file -> {
            Matcher bean = NAMED.matcher(text(file));
            Set<String> read = new TreeSet<>();
            Matcher name = READ.matcher(text(file));
            while (name.find()) {
                read.add(name.group(1));
            }
            read.remove("language");
            if (bean.find()) {
                names.put(bean.group(1), read);
            }
        });
        assertThat(names.values().stream().flatMap(Set::stream)).contains("id", "member", "code", "draft", "slug");
        return names;
    }

    /** What the beans read that a page and its parts speak of. */
    private static Set<String> namesOf(String address, Map<String, Set<String>> read) {
        String file = (address.endsWith("/") ? address + "index" : address).substring(1) + ".xhtml";
        StringBuilder words = new StringBuilder(text(PAGES.resolve(file)));
        Matcher part = INCLUDED.matcher(text(PAGES.resolve(file)));
        while (part.find()) {
            words.append(text(PAGES.resolve(part.group(1))));
        }
        Set<String> names = new TreeSet<>();
        read.forEach((bean, parameters) -> {
            if (Pattern.compile("[^.\\w]" + bean + "\\.").matcher(words).find()) {
                names.addAll(parameters);
            }
        });
        return names;
    }

    private static List<String> addresses(String... areas) {
        List<String> addresses = Stream.of(areas)
                .flatMap(area -> each(PAGES.resolve(area), ".xhtml"))
                .map(file -> "/" + PAGES.relativize(file).toString().replaceAll("(index)?\\.xhtml$", ""))
                .sorted()
                .toList();
        assertThat(addresses).isNotEmpty();
        return addresses;
    }

    private static Stream<Path> each(Path directory, String ending) {
        try {
            return Files.walk(directory).filter(file -> file.toString().endsWith(ending));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
