package io.steadfast.platform.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.steadfast.designer.HostileDocuments;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.TextLengths;
import io.steadfast.support.Api;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.WrittenPages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A brand, a member, stores, products, charities, attributes, orders and a program that are called what means harm: every page shows it
 * as text, and no table runs it in a spreadsheet.
 */
class HostilePagesIT extends BrowserTest {

    private static final String HOSTILE = "=<img src=x onerror=\"document.title='taken'\">\u4F60\u0645'&#{7*7}";
    /** The most that a member's, a store's or a product's name may have. */
    private static final int LONGEST_NAME = 200;

    private static final int LONGEST_CHANNEL = 64;
    private static final int LONGEST_ID = 128;
    /** The most that a brand's name may have. */
    private static final int LONGEST_BRAND = 80;
    /** Empty, or the texts that reach out of the page, or what else does. */
    private static final String TOO_WIDE = """
            () => {
              const room = window.innerWidth;
              if (document.documentElement.scrollWidth <= room) { return ''; }
              const told = one => one.tagName + '.' + one.className;
              const all = [...document.querySelectorAll('body *')];
              const boxes = all.filter(one => one.getBoundingClientRect().right > room + 1);
              const out = boxes.length > 0 ? boxes : all.filter(one => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0);
              const texts = out.filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.includes('WWWW')));
              return (texts.length > 0 ? texts : out).slice(0, 6)
                .map(one => told(one) + ' in ' + told(one.parentElement) + ' in ' + told(one.parentElement.parentElement))
                .join(', ') || 'something';
            }""";

    private static final Pattern PAGES = Pattern.compile("/console/.*|/store/.*|/terms");
    /** Where something of the world stands that bears the text. */
    private static final Set<String> SHOWING = Set.of(
            "/console/attribute",
            "/console/attributes",
            "/console/charity",
            "/console/giving",
            "/console/home",
            "/console/member",
            "/console/members",
            "/console/product",
            "/console/products",
            "/console/program",
            "/console/programs",
            "/console/publish",
            "/console/reward",
            "/console/rewards",
            "/console/settings",
            "/console/store",
            "/console/stores",
            "/console/tryout",
            "/store/index",
            "/terms");

    @Test
    void every_page_shows_it_as_text_and_no_table_runs_it() {
        MatrixWorld world = MatrixWorld.open().furnished();
        String member = spoil(world, HOSTILE, HOSTILE);
        Set<String> shown = new TreeSet<>();
        pages(world, member).forEach((name, address) -> {
            page.navigate(address);
            assertUntaken(page, name);
            if (page.locator("main").innerText().contains(HOSTILE) || isInAField()) {
                shown.add(name);
            }
        });
        assertThat(shown).containsAll(SHOWING);
        Page phone = phoneIn(CHINESE);
        signIn(phone, world.tenant, world.tenant.owner());
        phone.navigate("/store/");
        phone.locator("#search").pressSequentially("0999");
        assertThat(phone.locator(".hit").first()).containsText(HOSTILE);
        assertUntaken(phone, "what is found");
        tables(world.tenant.api());
    }

    /** Of names as long as they may be, and of a program whose every text is as long as it may be. */
    @Test
    void what_has_no_gap_makes_no_page_wider_than_its_screen() {
        MatrixWorld world = MatrixWorld.open().furnished();
        String member = spoil(
                world,
                HOSTILE + "W".repeat(LONGEST_NAME - HOSTILE.length()),
                HOSTILE + "W".repeat(TextLengths.TEXT - HOSTILE.length()));
        List<String> wide = new ArrayList<>();
        pages(world, member).forEach((name, address) -> {
            page.navigate(address);
            for (int width : List.of(PHONE_WIDTH, DESK_WIDTH)) {
                page.setViewportSize(width, PHONE_HEIGHT);
                Object over = page.evaluate(TOO_WIDE);
                if (!"".equals(over)) {
                    wide.add(name + " at " + width + ": " + over);
                }
            }
        });
        assertThat(wide).isEmpty();
    }

    private boolean isInAField() {
        return (boolean) page.evaluate(
                "text => [...document.querySelectorAll('main input, main textarea')].some(one => one.value.includes(text))",
                HOSTILE);
    }

    private static void assertUntaken(Page page, String where) {
        assertThat(page.locator("img[src=x]").count()).as(where).isZero();
        assertThat(page.title()).as(where).isNotEqualTo("taken");
        assertThat(page.content()).as(where).doesNotContain("&amp;49");
    }

    private static Map<String, String> pages(MatrixWorld world, String member) {
        Map<String, String> pages = new LinkedHashMap<>();
        WrittenPages.withActions().keySet().stream()
                .filter(page -> PAGES.matcher(page).matches())
                .forEach(page -> pages.put(page, world.address(page).replace(world.member, member)));
        pages.put("/console/members?q", "/console/members?q=0999");
        for (String section : List.of("basics", "earn", "tiers", "rewards", "terms")) {
            pages.put(section, "/console/program?code=club&section=" + section);
        }
        return pages;
    }

    /** Everything with a name gets it, what there is already and what is new. */
    private String spoil(MatrixWorld world, String name, String text) {
        Api api = world.tenant.api();
        signIn(page, world.tenant, world.tenant.owner());
        page.navigate("/console/settings");
        page.locator("#settings\\:name").fill(name.substring(0, Math.min(name.length(), LONGEST_BRAND)));
        page.locator("#settings\\:keep").click();
        assertThat(page.locator(".told")).containsText("Kept.");
        Api.Answer draft = api.get("/programs/club/draft").expect(200);
        api.withHeader("If-Match", draft.header("ETag"))
                .put(
                        "/programs/club/draft",
                        HostileDocuments.of(ProgramDocumentCodec.read(draft.body()), text)
                                .document())
                .expect(200);
        api.post("/programs/club/draft/publish", Map.of("effectiveFrom", "2026-03-16T08:00:00Z"))
                .expect(201);
        world.tenant.moveClock(Instant.parse("2026-03-17T08:00:00Z"));
        change(api, "/stores/LDN1", Map.of("name", name, "brand", name, "region", name));
        change(api, "/products/SERUM-30", Map.of("name", name, "category", name, "brand", name));
        change(api, "/charities/books", Map.of("name", name));
        change(api, "/attributes/member/skin", Map.of("values", List.of("dry", "oily", name)));
        String member = api.post(
                        "/members",
                        Map.of(
                                "name",
                                name,
                                "externalId",
                                name.substring(0, Math.min(name.length(), LONGEST_ID)),
                                "phone",
                                "+447700900999",
                                "joinedAt",
                                "2026-01-02T08:00:00Z",
                                "attributes",
                                Map.of("skin", name),
                                "enrol",
                                List.of(Map.of(
                                        "program",
                                        "club",
                                        "channel",
                                        name.substring(0, Math.min(name.length(), LONGEST_CHANNEL))))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        api.put("/orders/shop/=1+1", order(member, name)).expect(201);
        return member;
    }

    private static void change(Api api, String path, Map<String, ?> fields) {
        api.withHeader("If-Match", api.get(path).expect(200).header("ETag"))
                .patch(path, fields)
                .expect(200);
    }

    private static Map<String, Object> order(String member, String name) {
        Map<String, Object> line = new LinkedHashMap<>(Map.of("lineId", "1", "quantity", 1, "amount", 5_000));
        List.of("sku", "name", "category", "brand").forEach(field -> line.put(field, name));
        return Map.of(
                "member", Map.of("id", member),
                "occurredAt", "2026-03-16T12:00:00Z",
                "currency", "USD",
                "status", "paid",
                "store", "LDN1",
                "channel", name.substring(0, Math.min(name.length(), LONGEST_CHANNEL)),
                "lines", List.of(line));
    }

    private static void tables(Api api) {
        for (String table : List.of("members", "orders", "entries", "vouchers")) {
            String text = api.get("/exports/" + table).expect(200).body();
            List<String> runs = new ArrayList<>();
            CsvReader.builder().ofCsvRecord(text).stream()
                    .map(CsvRecord::getFields)
                    .flatMap(List::stream)
                    .filter(cell -> cell.matches("(?s)[=+\\-@\\t\\r].*") && !cell.matches("-[0-9.]+"))
                    .forEach(runs::add);
            assertThat(runs).as(table).isEmpty();
        }
        assertThat(api.get("/exports/orders").expect(200).body()).contains("'=1+1");
    }
}
