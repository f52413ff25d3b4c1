package io.steadfast.demo;

import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TenantSlug;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A demo tenant to be: a brand, the template its program is made from, and a few members.
 *
 * @param template as in {@code P1}
 * @param store the code of the store its staff works in
 */
record DemoBrand(
        TenantSlug slug,
        String name,
        ZoneId zone,
        Currency currency,
        Locale locale,
        String template,
        ProgramCode program,
        String store,
        List<DemoMember> members) {

    /** Names are invented; phones come from the range that is kept for such, addresses from a domain that is nobody's. */
    record DemoMember(String name, String phone, String email) {}

    /** The cities of the stores' codes. */
    private static final Map<String, String> CITIES =
            Map.of("BOS", "Boston", "LAX", "Los Angeles", "LDN", "London", "MUC", "Munich", "NYC", "New York");

    /** The store as people call it. */
    String storeName() {
        String city = store.substring(0, store.length() - 1);
        return name + " " + CITIES.getOrDefault(city, city);
    }

    /** One brand per kind of program. */
    static List<DemoBrand> all() {
        return List.of(
                innermost(),
                lumiere(),
                dailymart(),
                playfulPromises(),
                cornerCoffee(),
                harborOutfitters(),
                bergzeit(),
                tealeaf());
    }

    static DemoBrand innermost() {
        return new DemoBrand(
                new TenantSlug("innermost"),
                "Innermost",
                ZoneId.of("Europe/London"),
                Currency.getInstance("GBP"),
                Locale.UK,
                "P1",
                new ProgramCode("simple-points"),
                "LDN1",
                List.of(
                        new DemoMember("Amelia Ward", "+447700900101", "amelia.ward@example.com"),
                        new DemoMember("Noah Bennett", "+447700900102", "noah.bennett@example.com"),
                        new DemoMember("李明", "+447700900103", "li.ming@example.com")));
    }

    static DemoBrand lumiere() {
        return new DemoBrand(
                new TenantSlug("lumiere"),
                "Lumière Beauty",
                ZoneId.of("America/Los_Angeles"),
                Currency.getInstance("USD"),
                Locale.US,
                "P2",
                new ProgramCode("insider"),
                "LAX1",
                List.of(
                        new DemoMember("Harper Quinn", "+12135550101", "harper.quinn@example.com"),
                        new DemoMember("Mia Delgado", "+12135550102", "mia.delgado@example.com"),
                        new DemoMember("张伟", "+12135550103", "zhang.wei@example.com"),
                        new DemoMember("Chloe Nguyen", "+12135550104", "chloe.nguyen@example.com"),
                        new DemoMember("Ella Novak", "+12135550105", "ella.novak@example.com")));
    }

    static DemoBrand dailymart() {
        return new DemoBrand(
                new TenantSlug("dailymart"),
                "Dailymart",
                ZoneId.of("America/New_York"),
                Currency.getInstance("USD"),
                Locale.US,
                "P3",
                new ProgramCode("prime"),
                "NYC1",
                List.of(
                        new DemoMember("Grace Miller", "+12125550101", "grace.miller@example.com"),
                        new DemoMember("Ethan Brooks", "+12125550102", "ethan.brooks@example.com"),
                        new DemoMember("王芳", "+12125550103", "wang.fang@example.com"),
                        new DemoMember("Sofia Reyes", "+12125550104", "sofia.reyes@example.com"),
                        new DemoMember("Liam Carter", "+12125550105", "liam.carter@example.com")));
    }

    /** Stamp cards, and beside them gifts for members' own days. */
    static DemoBrand cornerCoffee() {
        return new DemoBrand(
                new TenantSlug("corner-coffee"),
                "Corner Coffee",
                ZoneId.of("Europe/London"),
                Currency.getInstance("GBP"),
                Locale.UK,
                "P10",
                new ProgramCode("stamp-card"),
                "LDN2",
                List.of(
                        new DemoMember("Oscar Hughes", "+447700900111", "oscar.hughes@example.com"),
                        new DemoMember("Freya Collins", "+447700900112", "freya.collins@example.com"),
                        new DemoMember("刘洋", "+447700900113", "liu.yang@example.com"),
                        new DemoMember("Maya Patel", "+447700900114", "maya.patel@example.com")));
    }

    /** Cashback. */
    static DemoBrand harborOutfitters() {
        return new DemoBrand(
                new TenantSlug("harbor-outfitters"),
                "Harbor Outfitters",
                ZoneId.of("America/New_York"),
                Currency.getInstance("USD"),
                Locale.US,
                "P11",
                new ProgramCode("cashback"),
                "BOS1",
                List.of(
                        new DemoMember("Nora Whitfield", "+16175550111", "nora.whitfield@example.com"),
                        new DemoMember("Caleb Sutton", "+16175550112", "caleb.sutton@example.com"),
                        new DemoMember("赵敏", "+16175550113", "zhao.min@example.com")));
    }

    static DemoBrand playfulPromises() {
        return new DemoBrand(
                new TenantSlug("playful-promises"),
                "Playful Promises",
                ZoneId.of("America/New_York"),
                Currency.getInstance("USD"),
                Locale.US,
                "P4",
                new ProgramCode("a-dollar-each"),
                "NYC2",
                List.of(
                        new DemoMember("Ava Thompson", "+12125550111", "ava.thompson@example.com"),
                        new DemoMember("Isla Morgan", "+12125550112", "isla.morgan@example.com"),
                        new DemoMember("陈静", "+12125550113", "chen.jing@example.com"),
                        new DemoMember("Ruby Foster", "+12125550114", "ruby.foster@example.com"),
                        new DemoMember("Zoe Parker", "+12125550115", "zoe.parker@example.com")));
    }

    static DemoBrand bergzeit() {
        return new DemoBrand(
                new TenantSlug("bergzeit"),
                "Bergzeit",
                ZoneId.of("Europe/Berlin"),
                Currency.getInstance("EUR"),
                Locale.GERMANY,
                "P7",
                new ProgramCode("summit-club"),
                "MUC1",
                List.of(
                        new DemoMember("Lena Fischer", "+4915555500101", "lena.fischer@example.com"),
                        new DemoMember("Jonas Weber", "+4915555500102", "jonas.weber@example.com"),
                        new DemoMember("刘洋", "+4915555500103", "liu.yang@example.com"),
                        new DemoMember("Clara Hoffmann", "+4915555500104", "clara.hoffmann@example.com"),
                        new DemoMember("Felix Braun", "+4915555500105", "felix.braun@example.com")));
    }

    static DemoBrand tealeaf() {
        return new DemoBrand(
                new TenantSlug("tealeaf"),
                "Tealeaf & Co",
                ZoneId.of("Europe/London"),
                Currency.getInstance("GBP"),
                Locale.UK,
                "P14",
                new ProgramCode("bring-a-friend"),
                "LDN2",
                List.of(
                        new DemoMember("Emily Clarke", "+447700900111", "emily.clarke@example.com"),
                        new DemoMember("Oliver Hughes", "+447700900112", "oliver.hughes@example.com"),
                        new DemoMember("赵敏", "+447700900113", "zhao.min@example.com"),
                        new DemoMember("Freya Scott", "+447700900114", "freya.scott@example.com"),
                        new DemoMember("Max Turner", "+447700900115", "max.turner@example.com")));
    }
}
