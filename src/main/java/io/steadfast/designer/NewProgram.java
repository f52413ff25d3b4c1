package io.steadfast.designer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.ProgramDocument;
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
    private static final int LONGEST_CODE = 30;

    private final ProgramCode code;
    private final ObjectNode tree;

    private NewProgram(ProgramCode code) {
        this.code = code;
        this.tree = empty();
    }

    /** What the program is to bring about; its kind follows from it. */
    public enum Goal {
        SALES("points"),
        RETENTION("tiered"),
        MEMBERSHIP("paid"),
        VALUES("value");

        private final String kind;

        Goal(String kind) {
            this.kind = kind;
        }
    }

    /**
     * What is said first.
     *
     * @param language of the name, as in {@code zh-CN}
     * @param worth of a point in minor units, as typed; may be empty
     * @param share of points that are expected to be used, in percent
     * @param margin gross margin in percent; may be empty
     */
    public record Said(
            Goal goal,
            String name,
            String language,
            String currency,
            String zone,
            String worth,
            String share,
            String margin) {}

    /** A whole document without rules. Throws {@link NotThat} with what doesn't fit. */
    public static ProgramDocument document(ProgramCode code, Said said) {
        NewProgram made = new NewProgram(code);
        made.basics(said);
        made.wallet(said);
        try {
            return ProgramDocumentCodec.read(made.tree.toString());
        } catch (Refusal unreadable) {
            throw new NotThat(said.name());
        }
    }

    private void basics(Said said) {
        ObjectNode basics = tree.withObject("/basics");
        basics.put("code", code.value());
        basics.putObject("name").put(said.language(), filled(said.name()));
        basics.put("kind", said.goal().kind);
        basics.put("zone", zone(said.zone()));
        basics.put("currency", currency(said.currency()));
        if (!said.margin().isBlank()) {
            basics.put("grossMarginPercent", Numbers.decimal(said.margin()));
        }
    }

    private void wallet(Said said) {
        if (said.goal() == Goal.VALUES) {
            return;
        }
        ObjectNode wallet = firstWallet();
        ((ArrayNode) tree.get("wallets")).add(wallet);
        wallet.put("code", code.value() + "-points");
        if (said.worth().isBlank()) {
            wallet.remove("value");
        } else {
            ObjectNode value = wallet.putObject("value");
            value.put("minorUnits", Numbers.decimal(said.worth()));
            value.put("expectedUsePercent", Numbers.decimal(said.share().isBlank() ? "80" : said.share()));
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
