package io.steadfast.architecture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which part of the product may use which. <b>Edit here</b> when a package is new or a use is wanted: one line per
 * package under {@code io.steadfast}, on its right what it may use besides {@code java.*} and itself. {@code FeatureMapTest}
 * fails for a package without a line, a line without a package, and a use that isn't on the right.
 *
 * <p>Before you add a use, think twice: if A must react to B and B may not know A, B publishes an event and A observes it.
 * Other features see a feature's root package and its {@code core}, never its {@code store}, {@code rest} or
 * {@code faces}.
 */
final class FeatureMap {

    static final String ROOT = "io.steadfast";

    /** What a feature may hold; {@code ""} is its root, the door. */
    static final Set<String> PLACES = Set.of("", "core", "store", "rest", "faces");

    /** Feature, then what it may use. */
    static final Map<String, Set<String>> USES = new TreeMap<>(Map.ofEntries(
            // the words everybody uses
            feature("shared"),
            // mechanisms without loyalty words
            feature("platform", "shared"),
            // the process around the war
            feature("launcher"),
            // operators make, suspend and remove tenants
            feature("tenants", "shared", "platform"),
            // tenants to look at, made on the first start
            feature(
                    "demo",
                    "shared",
                    "platform",
                    "tenants",
                    "programs",
                    "choices",
                    "ledger",
                    "members",
                    "memberships",
                    "accrual",
                    "charities",
                    "rewards",
                    "vouchers",
                    "referrals"),
            // the program document and its versions
            feature("programs", "shared", "platform"),
            // stores, the product list and declared attributes: what rules and people choose from
            feature("choices", "shared", "platform"),
            // accounts, lots, postings: knows no program, order or reward
            feature("ledger", "shared", "platform"),
            // who members are, and which programs they are in; opens their books
            feature("members", "shared", "platform", "choices", "programs", "ledger"),
            // metrics, qualification, history
            feature("tiers", "shared", "platform", "programs", "members", "ledger"),
            // orders and activities become receipts
            feature("accrual", "shared", "platform", "choices", "programs", "members", "ledger", "tiers"),
            // paid plans, their payments and states; lends tiers
            feature("memberships", "shared", "platform", "programs", "members", "ledger", "tiers", "accrual"),
            // what members hold and tills take
            feature("vouchers", "shared", "platform", "programs", "members", "ledger", "accrual"),
            // the catalogue, redemption, and rights
            feature(
                    "rewards",
                    "shared",
                    "platform",
                    "choices",
                    "programs",
                    "members",
                    "ledger",
                    "tiers",
                    "memberships",
                    "accrual",
                    "vouchers"),
            // the register, pledges of orders, given points, settlements
            feature("charities", "shared", "platform", "programs", "members", "ledger", "accrual", "rewards"),
            // a member's card, of what the others answer
            feature(
                    "cards",
                    "shared",
                    "platform",
                    "programs",
                    "members",
                    "ledger",
                    "tiers",
                    "memberships",
                    "vouchers",
                    "rewards",
                    "charities"),
            // stamp cards, which orders fill and which give vouchers
            feature("stamps", "shared", "platform", "programs", "members", "ledger", "accrual", "vouchers"),
            // vouchers for reaching a tier
            feature("tiergifts", "shared", "platform", "programs", "tiers", "accrual", "vouchers"),
            // members who bring friends
            feature("referrals", "shared", "platform", "programs", "members", "ledger", "accrual"),
            // gifts for birthdays and anniversaries
            feature("dates", "shared", "platform", "programs", "ledger", "tiers", "accrual", "vouchers"),
            // the designer's pages, with the evaluator beside the draft
            feature(
                    "designer",
                    "shared",
                    "platform",
                    "choices",
                    "programs",
                    "members",
                    "tiers",
                    "accrual",
                    "charities",
                    "rewards",
                    "cards",
                    "tiergifts",
                    "stamps"),
            // one member as staff see them
            feature("desk", "shared", "platform", "choices", "programs", "members", "ledger", "tiers", "accrual"),
            // what staff do at the counter, and the tills at which they do it
            feature(
                    "tills",
                    "shared",
                    "platform",
                    "choices",
                    "programs",
                    "members",
                    "ledger",
                    "accrual",
                    "stamps",
                    "referrals"),
            // a sandbox's clock in its owner's hands
            feature("sandbox", "shared", "platform", "tenants", "programs"),
            // many ends moved later at once
            feature("extensions", "shared", "platform", "programs", "ledger", "tiers"),
            // events out, signed and retried
            feature("webhooks", "shared", "platform", "programs", "members"),
            // bulk files as jobs
            feature(
                    "imports",
                    "shared",
                    "platform",
                    "programs",
                    "members",
                    "memberships",
                    "ledger",
                    "tiers",
                    "accrual"),
            // figures and last events, read and never written
            feature("reporting", "shared", "platform", "programs")));

    /** The mechanisms, {@code io.steadfast.platform.<name>}; their uses of each other may not form a cycle. */
    static final Set<String> MECHANISMS = Set.of(
            "audit",
            "faces",
            "i18n",
            "idempotency",
            "jobs",
            "limits",
            "metrics",
            "outbox",
            "persistence",
            "refusals",
            "rest",
            "security",
            "settings",
            "tenancy",
            "time");

    private FeatureMap() {}

    private static Map.Entry<String, Set<String>> feature(String name, String... mayUse) {
        return Map.entry(name, Set.copyOf(List.of(mayUse)));
    }
}
