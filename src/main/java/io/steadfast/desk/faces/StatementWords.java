package io.steadfast.desk.faces;

import io.steadfast.desk.Holding;
import io.steadfast.desk.StatementLine;
import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramSummary;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Wallet;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries and wallets in the words a person understands: the rule's own name, the wallet's own name, what it is worth. */
@Named("said")
@RequestScoped
public class StatementWords {
    private static final int MOST_PROGRAMS = 200;

    @Inject
    private ProgramService programs;

    @Inject
    private FrameBean frame;

    @Inject
    private Formats formats;

    @Inject
    private PageTexts t;

    private final Map<String, Optional<ProgramVersion>> versions = new HashMap<>();
    private @Nullable List<ProgramSummary> all;

    /** Why the entry stands there: what the rule is called, or what was done. */
    public String why(StatementLine line) {
        return line.rule()
                .flatMap(rule -> document(line).flatMap(document -> document.rule(new RuleCode(rule))))
                .map(rule -> rule.name().in(frame.getLocale()))
                .orElseGet(() -> t.orCode("desk", "kind", line.kind()));
    }

    /** For which order or activity, by which program and version, and when. */
    public String under(StatementLine line) {
        Optional<String> program = document(line)
                .map(document -> t.with(
                        "desk",
                        "by_program",
                        "program",
                        document.basics().name().in(frame.getLocale()),
                        "version",
                        line.version().orElse(0)));
        Optional<String> what = line.rule().isPresent() && !line.kind().equals("ACCRUAL")
                ? Optional.of(t.orCode("desk", "kind", line.kind()))
                : Optional.empty();
        return Stream.of(what, line.subject(), program)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private Optional<ProgramDocument> document(StatementLine line) {
        if (line.program().isEmpty() || line.version().isEmpty()) {
            return Optional.empty();
        }
        String key = line.program().get() + " " + line.version().get();
        return versions.computeIfAbsent(
                        key,
                        any -> programs.version(
                                new ProgramCode(line.program().get()),
                                line.version().get()))
                .map(ProgramVersion::document);
    }

    public String icon(StatementLine line) {
        return line.points() > 0 ? "pi-plus" : line.points() < 0 ? "pi-minus" : "pi-clock";
    }

    public String tone(StatementLine line) {
        return line.points() > 0 ? "gain" : line.points() < 0 ? "warn" : "";
    }

    public String sign(StatementLine line) {
        return line.points() > 0 ? "plus" : line.points() < 0 ? "minus" : "muted";
    }

    /** What the wallet is called. */
    public String wallet(WalletCode code) {
        return known(code).map(wallet -> wallet.name().in(frame.getLocale())).orElse(code.value());
    }

    /** What is spendable is worth, in the program's currency; empty where the program doesn't say. */
    public String worth(Holding holding) {
        for (ProgramSummary program : programs()) {
            Optional<BigDecimal> value = program.document()
                    .wallet(holding.wallet())
                    .flatMap(Wallet::value)
                    .map(Wallet.PointValue::minorUnits);
            if (value.isPresent() && holding.spendable() > 0) {
                long minor = value.get()
                        .multiply(BigDecimal.valueOf(holding.spendable()))
                        .longValue();
                String currency = program.document().basics().currency().getCurrencyCode();
                return t.with("desk", "worth", "money", formats.money(minor, currency));
            }
        }
        return "";
    }

    private Optional<Wallet> known(WalletCode code) {
        return programs().stream()
                .flatMap(program -> program.document().wallet(code).stream())
                .findFirst();
    }

    /** What a program is called. */
    public String program(ProgramCode code) {
        return programs().stream()
                .filter(program -> program.code().equals(code))
                .map(program -> program.document().basics().name().in(frame.getLocale()))
                .findFirst()
                .orElse(code.value());
    }

    private List<ProgramSummary> programs() {
        if (all == null) {
            all = programs.list("", MOST_PROGRAMS);
        }
        return all;
    }
}
