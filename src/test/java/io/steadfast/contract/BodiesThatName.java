package io.steadfast.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Bodies with nothing wrong about them but perhaps whose the things are that they name. In angle brackets stands what may be another's:
 * one of them at a time is, and the others are one's own. A quotation mark in them is written as an apostrophe.
 */
final class BodiesThatName {

    /** Fields of bodies that look for nothing: what they say is kept as it comes, or picks from a list of ours. */
    static final Set<String> NAMING_NOTHING = Set.of(
            "attributes",
            "channel",
            "country",
            "currency",
            "description",
            "en",
            "evidence",
            "eventTypes",
            "field",
            "funded",
            "interval",
            "kind",
            "lineId",
            "locale",
            "name",
            "note",
            "outcome",
            "payment",
            "purpose",
            "reason",
            "region",
            "registrationNumber",
            "returnId",
            "state",
            "status",
            "subject",
            "tags",
            "template",
            "termsVersion",
            "textVersion",
            "trial",
            "type",
            "url",
            "values",
            "what",
            "when",
            "writtenBy",
            "zone",
            "birthday",
            "at",
            "occurredAt",
            "fulfilledAt",
            "joinedAt",
            "startAt",
            "until",
            "effectiveFrom",
            "expiresFrom",
            "expiresThrough",
            "sentAt",
            "activeFrom",
            "activeUntil",
            "decision");

    /** Fields that are read for their shape and then refused or looked up in a list of ours. */
    static final Set<String> OF_NO_THING = Set.of(
            "PATCH /stores/{} code",
            "PATCH /charities/{} code",
            "PATCH /members/{} program",
            "PATCH /members/{} referralCode",
            "PATCH /products/{} sku",
            "PUT /members/{}/programs/{} program",
            "POST /members/{}/merge tier",
            // Whatever order a till says a voucher is for.
            "POST /vouchers/{}/hold source",
            "POST /vouchers/{}/hold reference",
            "POST /vouchers/{}/release source",
            "POST /vouchers/{}/release reference",
            "POST /vouchers/{}/unuse source",
            "POST /vouchers/{}/unuse reference",
            "POST /vouchers/{}/use source",
            "POST /vouchers/{}/use reference");

    private static final Pattern NAMED = Pattern.compile("<([a-zA-Z]+)>");
    private static final Pattern FIELD = Pattern.compile("'([a-zA-Z]+)':\\s*\\[?'<");

    private static final String LINES =
            "'lines':[{'lineId':'1','sku':'<sku>','category':'<category>','brand':'<brand>',"
                    + "'quantity':1,'amount':100}]";

    private static final String PAID = "'occurredAt':'2026-02-01T10:00:00Z','currency':'GBP','status':'paid',";

    private static final List<String> PERSONS = List.of(
            "'member':{'id':'<memberId>'}",
            "'member':{'externalId':'<externalId>'}",
            "'member':{'phone':'<phone>'}",
            "'member':{'email':'<email>'}",
            "'member':{'card':'<card>'}");

    /** What makes something called that: nobody is kept from a name because another tenant has it. */
    private static final Set<String> MAKING = Set.of(
            "POST /members",
            "PATCH /members/{}",
            "POST /stores",
            "POST /charities",
            "POST /programs",
            "POST /products",
            "POST /attributes",
            "PATCH /stores/{}",
            "PATCH /charities/{}",
            "PATCH /products/{}");

    private static final Map<String, List<String>> BY_SHAPE = bodies();

    private BodiesThatName() {}

    private static Map<String, List<String>> bodies() {
        Map<String, List<String>> bodies = new LinkedHashMap<>();
        ofPoints(bodies);
        ofMembers(bodies);
        ofOrders(bodies);
        ofPlansAndGifts(bodies);
        ofLists(bodies);
        return bodies;
    }

    private static void ofPoints(Map<String, List<String>> bodies) {
        bodies.put(
                "POST /adjustments",
                List.of("{'memberId':'<memberId>','points':1,'wallet':'<wallet>','kind':'goodwill','reason':'R',"
                        + "'note':'n','order':{'source':'<source>','reference':'<reference>'}}"));
        bodies.put(
                "POST /donations",
                List.of("{'memberId':'<memberId>','points':100,'program':'<program>','charity':'<charity>'}"));
        bodies.put(
                "POST /extensions",
                List.of(
                        "{'selection':{'program':'<program>','wallet':'<wallet>'},'months':1,'reason':'R'}",
                        "{'selection':{'program':'<program>','tiers':['<tier>']},'months':1,'reason':'R'}",
                        "{'selection':{'program':'<program>','members':['<memberId>']},'months':1,'reason':'R'}"));
        bodies.put(
                "POST /holds",
                List.of("{'holdId':'<holdId>','memberId':'<memberId>','wallet':'<wallet>','points':1,'minutes':5,"
                        + "'order':{'source':'<source>','reference':'<reference>'}}"));
        bodies.put(
                "POST /holds/{}/commit",
                List.of("{'points':1,'order':{'source':'<source>','reference':'<reference>'}}"));
        bodies.put(
                "POST /notices",
                List.of(
                        "{'memberId':'<memberId>','wallet':'<wallet>','until':'2026-05-01','sentAt':'2026-04-01T00:00:00Z'}"));
        bodies.put(
                "POST /redemptions",
                List.of("{'memberId':'<memberId>','reward':'<reward>','program':'<program>','charity':'<charity>',"
                        + "'store':'<store>','order':{'source':'<source>','reference':'<reference>'}}"));
        bodies.put("POST /rewards/{}/stock", List.of("{'program':'<program>','change':1}"));
    }

    private static void ofMembers(Map<String, List<String>> bodies) {
        List<String> people = List.of(
                "{'externalId':'<externalId>'}",
                "{'phone':'<phone>'}",
                "{'email':'<email>'}",
                "{'cardNumber':'<card>'}",
                "{'homeStore':'<store>'}",
                "{'consents':[{'purpose':'marketing','channel':'app','granted':true,"
                        + "'at':'2026-01-05T00:00:00Z','source':'<source>','textVersion':'1'}]}",
                "{'enrol':[{'program':'<program>','channel':'app'}]}",
                "{'enrol':[{'program':'friends','channel':'app','referralCode':'<referralCode>'}]}");
        bodies.put("POST /members", people);
        bodies.put("PATCH /members/{}", people.subList(0, people.size() - 2));
        bodies.put("PUT /members/{}/charity", List.of("{'program':'<program>','charity':'<charity>'}"));
        bodies.put("POST /members/{}/merge", List.of("{'from':'<memberId>','tier':'counted','reason':'R'}"));
        bodies.put("PUT /members/{}/programs/{}", List.of("{'channel':'app','referralCode':'<referralCode>'}"));
        bodies.put(
                "POST /members/{}/tier",
                List.of(
                        "{'program':'<program>','set':'<set>','tier':'<tier>','until':'2026-09-01T00:00:00Z','reason':'R'}"));
        bodies.put("POST /members/{}/tier/end", List.of("{'program':'<program>','set':'<set>','reason':'R'}"));
    }

    private static void ofOrders(Map<String, List<String>> bodies) {
        List<String> orders = new ArrayList<>();
        PERSONS.forEach(person -> orders.add(person + "," + PAID + LINES));
        orders.add(PERSONS.get(0) + ",'store':'<store>'," + PAID + LINES);
        orders.add(
                PERSONS.get(0) + "," + PAID
                        + "'lines':[{'lineId':'1','sku':'<sku>','category':'<category>','brand':'<brand>','quantity':1,'amount':100}]");
        orders.add(PERSONS.get(0) + ",'donation':{'charity':'<charity>','funded':'brand'}," + PAID + LINES);
        List.of(
                        "'kind':'points','amount':100,'redemption':'<redemption>'",
                        "'kind':'points','amount':100,'hold':'<holdId>'",
                        "'kind':'other','amount':100,'voucher':'<voucher>'")
                .forEach(tender -> orders.add(PERSONS.get(0) + "," + PAID + LINES + ",'tenders':[{" + tender + "}]"));
        bodies.put(
                "PUT /orders/{}/{}",
                orders.stream().map(order -> "{" + order + "}").toList());
        String named = "'source':'<source>','reference':'<reference>',";
        bodies.put(
                "POST /orders/batch",
                orders.stream()
                        .map(order -> "{'orders':[{" + named + order + "}]}")
                        .toList());
        List<String> tried = new ArrayList<>(
                orders.stream().map(order -> "{" + named + order + "}").toList());
        tried.add("{'draft':'<draft>'," + named + orders.get(0) + "}");
        bodies.put("POST /simulations", tried);
        bodies.put(
                "POST /activities",
                PERSONS.stream()
                        .map(person -> "{'type':'review'," + named + person + ",'occurredAt':'2026-02-01T10:00:00Z'}")
                        .toList());
    }

    private static void ofPlansAndGifts(Map<String, List<String>> bodies) {
        bodies.put("POST /memberships", List.of("{'memberId':'<memberId>','program':'<program>','plan':'<plan>'}"));
        bodies.put(
                "POST /memberships/{}/payments",
                List.of("{'outcome':'failed','reference':'<reference>','at':'2026-04-01T00:00:00Z',"
                        + "'amount':{'amount':100,'currency':'GBP'}}"));
        bodies.put("POST /charities/{}/settlements/{}/receipt", List.of("{'reference':'<reference>'}"));
    }

    private static void ofLists(Map<String, List<String>> bodies) {
        bodies.put(
                "POST /stores",
                List.of("{'code':'<newStore>','name':'Mine'}", "{'code':'{new}','name':'Mine','brand':'<brand>'}"));
        bodies.put("PATCH /stores/{}", List.of("{'brand':'<brand>'}"));
        bodies.put("POST /charities", List.of("{'code':'<charity>','name':'Mine'}"));
        bodies.put("POST /programs", List.of("{'code':'<program>','template':'P1'}"));
        bodies.put(
                "POST /products",
                List.of("{'sku':'<sku>'}", "{'sku':'{new}','category':'<category>','brand':'<brand>'}"));
        bodies.put("PATCH /products/{}", List.of("{'category':'<category>','brand':'<brand>'}"));
    }

    /** One body with one of the things that it names. */
    record Body(String text, String kind) {

        boolean isAbout(String other) {
            return kind.equals(other);
        }

        /** With this in the place of what it is about, and one's own in all others. */
        String with(String value, Map<String, String> own) {
            return NAMED.matcher(text)
                    .replaceAll(found -> Matcher.quoteReplacement(
                            found.group(1).equals(kind) ? value : own.getOrDefault(found.group(1), found.group(1))))
                    .replace("{new}", UUID.randomUUID().toString())
                    .replace('\'', '"');
        }
    }

    /** Every body of a call with every thing that it names. */
    static List<Body> of(String shape) {
        List<Body> all = new ArrayList<>();
        BY_SHAPE.getOrDefault(shape, List.of())
                .forEach(text -> NAMED.matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .distinct()
                        .forEach(kind -> all.add(new Body(text, kind))));
        return all;
    }

    /** The fields of a call's bodies that name something. */
    static Set<String> fieldsOf(String shape) {
        return BY_SHAPE.getOrDefault(shape, List.of()).stream()
                .flatMap(text -> FIELD.matcher(text).results().map(found -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static boolean makes(String shape) {
        return MAKING.contains(shape);
    }
}
