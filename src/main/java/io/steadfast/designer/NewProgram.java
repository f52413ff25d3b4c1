package io.steadfast.designer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramKind;
import io.steadfast.shared.ProgramCode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The document a program begins with, from what a marketer says first: what it is for, in which money, at which value. */
public final class NewProgram {

    private static final String SIMPLEST = "P1";
    private static final String SHARE = "80";
    private static final int LONGEST_CODE = 30;

    private final ProgramCode code;
    private final ObjectNode tree;

    private NewProgram(ProgramCode code) {
        this.code = code;
        this.tree = empty();
    }

    /** What the program is to bring about. */
    public enum Goal {
        SALES(ProgramKind.POINTS),
        RETENTION(ProgramKind.TIERED),
        REFERRAL(ProgramKind.POINTS),
        VALUES(ProgramKind.VALUE);

        private final ProgramKind usual;

        Goal(ProgramKind usual) {
            this.usual = usual;
        }

        /** The kind that most often brings it about; another may. */
        public ProgramKind usual() {
            return usual;
        }
    }

    /**
     * In which money and at which values.
     *
     * @param name may be empty where a template has one
     * @param language of the name, as in {@code zh-CN}
     * @param worth of a point in minor units, as typed; may be empty
     * @param share of points that are expected to be used, in percent
     * @param margin gross margin in percent; may be empty
     */
    public record Values(
            String name, String language, String currency, String zone, String worth, String share, String margin) {}

    /** What is said first. */
    public record Said(Goal goal, ProgramKind kind, Values values) {}

    /**
     * A whole document without rules; for referrals with what a friend and whoever brings them get. Throws {@link NotThat} with
     * what doesn't fit.
     */
    public static ProgramDocument document(ProgramCode code, Said said) {
        NewProgram made = new NewProgram(code);
        made.basics(said);
        made.wallet(said);
        if (said.goal() == Goal.REFERRAL && said.kind() != ProgramKind.VALUE) {
            made.referral();
        }
        return read(made.tree, said.values());
    }

    private static ProgramDocument read(ObjectNode tree, Values values) {
        try {
            return ProgramDocumentCodec.read(tree.toString());
        } catch (Refusal unreadable) {
            throw new NotThat(values.name());
        }
    }

    /**
     * A template with the values that were given; what was left empty stays as the template has it. Its amounts keep their
     * figures in another currency. Throws {@link NotThat} with what doesn't fit.
     */
    public static ProgramDocument with(ProgramDocument template, Values values) {
        ObjectNode tree = ExactJson.tree(template);
        ObjectNode basics = tree.withObject("/basics");
        if (!values.name().isBlank()) {
            basics.putObject("name").put(values.language(), values.name().strip());
        }
        if (!values.zone().isBlank()) {
            basics.put("zone", zone(values.zone()));
        }
        if (!values.currency().isBlank()) {
            OtherCurrency.in(tree, template.basics().currency(), Currency.getInstance(currency(values.currency())));
        }
        if (!values.margin().isBlank()) {
            basics.put("grossMarginPercent", Numbers.decimal(values.margin()));
        }
        for (JsonNode wallet : tree.path("wallets")) {
            if (wallet.path("unit").asText().equals("points")
                    && wallet.path("purpose").asText().equals("reward")) {
                value((ObjectNode) wallet, values);
            }
        }
        return read(tree, values);
    }

    private static void value(ObjectNode wallet, Values values) {
        if (values.worth().isBlank() && (values.share().isBlank() || !wallet.has("value"))) {
            return;
        }
        ObjectNode value = wallet.withObject("/value");
        if (!values.worth().isBlank()) {
            value.put("minorUnits", Numbers.decimal(values.worth()));
        }
        if (!values.share().isBlank()) {
            value.put("expectedUsePercent", Numbers.decimal(values.share()));
        } else if (!value.has("expectedUsePercent")) {
            value.put("expectedUsePercent", Numbers.decimal(SHARE));
        }
    }

    private void basics(Said said) {
        Values values = said.values();
        ObjectNode basics = tree.withObject("/basics");
        basics.put("code", code.value());
        basics.putObject("name").put(values.language(), filled(values.name()));
        basics.put("kind", said.kind().name().toLowerCase(Locale.ROOT));
        basics.put("zone", zone(values.zone()));
        basics.put("currency", currency(values.currency()));
        if (!values.margin().isBlank()) {
            basics.put("grossMarginPercent", Numbers.decimal(values.margin()));
        }
    }

    private void wallet(Said said) {
        if (said.kind() == ProgramKind.VALUE) {
            return;
        }
        ObjectNode wallet = firstWallet();
        ((ArrayNode) tree.get("wallets")).add(wallet);
        wallet.put("code", code.value() + "-points");
        wallet.remove("value");
        value(wallet, said.values());
    }

    private void referral() {
        ProgramDocument so = ProgramDocumentCodec.read(tree.toString());
        Parts.of("referral", so, "/referral").ifPresent(part -> tree.set("referral", part));
        ArrayNode rules = (ArrayNode) tree.withObject("/earning").get("rules");
        for (String part : List.of("rule-referrer", "rule-friend")) {
            Parts.of(part, so, "/earning/rules").ifPresent(rules::add);
        }
        for (int at = 0; at < rules.size(); at++) {
            ((ObjectNode) rules.get(at)).put("priority", at + 1);
        }
    }

    /** The simplest template without what it gives: so a new section of the document is in here too. */
    private static ObjectNode empty() {
        ObjectNode document = template();
        List<String> sections = new ArrayList<>();
        document.fieldNames().forEachRemaining(sections::add);
        for (String section : sections) {
            if (document.get(section).isArray()) {
                document.putArray(section);
            }
        }
        ObjectNode earning = (ObjectNode) document.get("earning");
        List.of("rules", "groups", "basis", "budgets", "caps").forEach(earning::putArray);
        document.withObject("/basics").putObject("description");
        document.withObject("/basics").remove("grossMarginPercent");
        return document;
    }

    private static ObjectNode firstWallet() {
        ObjectNode wallet = (ObjectNode) template().get("wallets").get(0);
        wallet.putArray("expiry").addObject().put("kind", "never");
        return wallet;
    }

    private static ObjectNode template() {
        return ExactJson.tree(ProgramTemplates.find(SIMPLEST)
                .orElseThrow(() -> new IllegalStateException("No template " + SIMPLEST)));
    }

    private static String filled(String name) {
        if (name.isBlank()) {
            throw new NotThat("");
        }
        return name.strip();
    }

    private static String zone(String typed) {
        try {
            return ZoneId.of(typed.strip()).getId();
        } catch (DateTimeException unknown) {
            throw new NotThat(typed);
        }
    }

    private static String currency(String typed) {
        try {
            return Currency.getInstance(typed.strip().toUpperCase(Locale.ROOT)).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw new NotThat(typed);
        }
    }

    /** A code out of a name: small letters, figures and hyphens; {@code program} where nothing of it can be written so. */
    public static String code(String name) {
        String plain = Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("(^-+)|(-+$)", "");
        String cut = plain.substring(0, Math.min(LONGEST_CODE, plain.length())).replaceAll("-+$", "");
        return cut.isEmpty() ? "program" : cut;
    }

    /** The document under another program's code; its wallets are its own, so they get codes of their own too. */
    public static ProgramDocument copy(ProgramDocument document, ProgramCode other) {
        ObjectNode tree = ExactJson.tree(document);
        tree.withObject("/basics").put("code", other.value());
        List<String> wallets =
                document.wallets().stream().map(wallet -> wallet.code().value()).toList();
        for (int at = 0; at < wallets.size(); at++) {
            String fresh = other.value() + (at == 0 ? "-points" : "-points-" + (at + 1));
            WalletNames.rename(tree, Map.of(wallets.get(at), fresh));
        }
        return ProgramDocumentCodec.read(tree.toString());
    }
}
