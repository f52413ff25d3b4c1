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
    private static final Pattern FIELD = Pattern.compile("<(?:input|select|textarea)[^>]* name=\"([^\"]+)\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");
    private static final Pattern NONCE = Pattern.compile("csp\\.init\\('([^']*)'");
    private static final Pattern BUTTON = Pattern.compile("<button id=\"([^\"]+)\"[^>]* name=\"[^\"]+\"|"
            + "<input id=\"([^\"]+)\" type=\"submit\"|<input type=\"submit\" id=\"([^\"]+)\"");

    @Test
    void no_forged_name_in_an_address_makes_a_page_of_a_tenant_fail() {
        Counter counter = Counter.open("P2");
        signIn(page, counter.tenant, counter.tenant.owner());
        assertThat(failuresOf(page, addresses("console", "store"))).isEmpty();
    }

    @Test
    void no_forged_name_in_an_address_makes_a_page_of_the_platform_fail() {
        signInAsOperator(page, TestOperators.make());
        assertThat(failuresOf(page, addresses("platform"))).isEmpty();
    }

    @Test
    void no_forged_name_in_a_form_makes_a_page_fail() {
        Counter counter = Counter.open("P2");
        counter.report("1", 40_00, counter.member).expect(201);
        signIn(page, counter.tenant, counter.tenant.owner());
        List<String> wrong = new ArrayList<>();
        int sent = 0;
        for (String address : withForms(counter)) {
            String shown = page.request().get(address).text();
            if (shown.contains("signin:brand")) {
                // A button of the page before was the one that signs out.
                signIn(page, counter.tenant, counter.tenant.owner());
                shown = page.request().get(address).text();
            }
            Matcher form = FORM.matcher(shown);
            while (form.find()) {
                if (!form.group(1).equals("out")) {
                    sent += forgeIn(address, found(NONCE, shown), form, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(sent).as("requests with something forged").isGreaterThan(100);
    }

    /** Every button of the form: with each hidden or chosen value forged in turn, and with all fields forged at once. */
    private int forgeIn(String address, String nonce, Matcher form, List<String> wrong) {
        Map<String, String> fields = fields(form.group(2));
        Set<String> buttons = buttons(form.group(2));
        Set<String> forgeable = new TreeSet<>(fields.keySet());
        forgeable.removeIf(field -> field.startsWith("jakarta.") || field.equals(form.group(1)));
        forgeable.removeAll(buttons);
        List<Set<String>> ways = new ArrayList<>();
        forgeable.stream()
                .filter(field -> isName(form.group(2), field))
                .forEach(field -> ways.add(Set.of(field)));
        ways.add(forgeable);
        int sent = 0;
        for (String pressed : buttons) {
            for (Set<String> way : ways) {
                FormData data = FormData.create().set("primefaces.nonce", nonce);
                fields.forEach((name, value) -> data.set(name, way.contains(name) ? FORGED.get(0) : value));
                data.set(pressed, "");
                RequestOptions options = RequestOptions.create();
                boolean withFiles = form.group(2).contains("multipart/form-data");
                APIResponse answer = page.request()
                        .post(address, withFiles ? options.setMultipart(data) : options.setForm(data));
                sent++;
                if (failed(answer)) {
                    wrong.add(address + " " + pressed + " with " + way + ": " + answer.status());
                }
            }
        }
        return sent;
    }

    /** Whether the field holds a name of something rather than what somebody types. */
    private static boolean isName(String html, String field) {
        Matcher tag = FIELD.matcher(html);
        while (tag.find()) {
            if (tag.group(1).equals(field)) {
                return tag.group().startsWith("<select") || tag.group().contains("type=\"hidden\"");
            }
        }
        return false;
    }

    private static Set<String> buttons(String html) {
        Set<String> buttons = new TreeSet<>();
        Matcher button = BUTTON.matcher(html);
        while (button.find()) {
            Stream.of(button.group(1), button.group(2), button.group(3))
                    .filter(found -> found != null)
                    .forEach(buttons::add);
        }
        return buttons;
    }

    private static Map<String, String> fields(String html) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(html);
        while (field.find()) {
            if (field.group().contains("type=\"file\"")) {
                continue;
            }
            Matcher value = VALUE.matcher(field.group());
            fields.put(field.group(1), value.find() ? value.group(1) : "");
        }
        return fields;
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

    /** Each name by itself with what is no name at all, and all of them together. */
    private static List<String> failuresOf(Page browser, List<String> addresses) {
        List<String> failures = new ArrayList<>();
        for (String address : addresses) {
            for (String name : names()) {
                RequestOptions options = RequestOptions.create().setQueryParam(name, FORGED.get(0));
                if (failed(browser.request().get(address, options))) {
                    failures.add(address + "?" + name);
                }
            }
            for (String forged : FORGED) {
                RequestOptions options = RequestOptions.create();
                names().stream()
                        .filter(name -> !name.equals("language"))
                        .forEach(name -> options.setQueryParam(name, forged));
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

    /** Every parameter that a bean of a page reads. */
    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        each(SOURCES, ".java").filter(file -> file.toString().contains("faces")).forEach(file -> {
            Matcher read = READ.matcher(text(file));
            while (read.find()) {
                names.add(read.group(1));
            }
        });
        assertThat(names).contains("id", "member", "code", "draft", "slug");
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
