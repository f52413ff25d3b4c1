package io.steadfast.desk.faces;

import io.steadfast.desk.Holding;
import io.steadfast.desk.StatementLine;
import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.programs.PublishedNames;
import io.steadfast.programs.PublishedWallets;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entries and wallets in the words a person understands: the rule's own name, the wallet's own name, what it is worth. */
@Named("said")
@RequestScoped
public class StatementWords {

    @Inject
    private PublishedWallets wallets;

    @Inject
    private PublishedNames names;

    @Inject
    private FrameBean frame;

    @Inject
    private Formats formats;

    @Inject
    private PageTexts t;

    /** Why the entry stands there: what the rule is called, or what was done. */
    public String why(StatementLine line) {
        return line.rule()
                .flatMap(rule -> judged(line)
                        .flatMap(by -> names.rule(by.program(), by.version(), new RuleCode(rule), frame.getLocale())))
                .orElseGet(() -> t.orCode("desk", "kind", line.kind()));
    }

    /** For which order or activity, by which program and version; by hand, for which reason, in which words and by whom. */
    public String under(StatementLine line) {
        Optional<String> program = judged(line)
                .flatMap(by -> names.program(by.program(), by.version(), frame.getLocale())
                        .map(name -> t.with("desk", "by_program", "program", name, "version", by.version())));
        Optional<String> what = line.rule().isPresent() && !line.kind().equals("ACCRUAL")
                ? Optional.of(t.orCode("desk", "kind", line.kind()))
                : Optional.empty();
        Optional<String> reason =
                line.hand().flatMap(hand -> line.reason()).map(code -> t.orCode("desk", "reason", code));
        Optional<String> who = line.hand().flatMap(StatementLine.ByHand::name);
        Optional<String> words =
                line.hand().flatMap(StatementLine.ByHand::words).map(text -> t.with("desk", "words", "text", text));
        return Stream.of(what, line.subject().filter(StatementWords::isToldByAnybody), program, reason, words, who)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    /** What the product reports itself, as for a friend who was won, has no number that says anything to people. */
    private static boolean isToldByAnybody(String subject) {
        return !subject.startsWith("steadfast:");
    }

    private record Judge(ProgramCode program, int version) {}

    private static Optional<Judge> judged(StatementLine line) {
        return line.program()
                .flatMap(program -> line.version().map(version -> new Judge(new ProgramCode(program), version)));
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
        return wallets.name(code, frame.getLocale());
    }

    /** Points as their wallet shows them. */
    public String points(WalletCode wallet, long smallest) {
        return formats.number(smallest, wallets.decimals(wallet));
    }

    /** The last usable day of points that end, exclusively, at an instant: a day of their program's calendar. */
    public String lastDay(WalletCode wallet, Instant end) {
        return wallets.zone(wallet)
                .map(zone -> formats.day(end.minusMillis(1).atZone(zone).toLocalDate()))
                .orElseGet(() -> formats.lastDay(end));
    }

    /** As {@link #points} with a sign: +1.75, −12, 0. */
    public String signed(WalletCode wallet, long smallest) {
        String figure = points(wallet, Math.abs(smallest));
        return smallest < 0 ? "\u2212" + figure : smallest == 0 ? figure : "+" + figure;
    }

    /** What is spendable is worth, in the program's currency; empty where the program doesn't say. */
    public String worth(Holding holding) {
        return wallets.worth(holding.wallet(), holding.spendable())
                .filter(worth -> worth.amount() > 0)
                .map(worth -> t.with(
                        "desk",
                        "worth",
                        "money",
                        formats.money(worth.amount(), worth.currency().getCurrencyCode())))
                .orElse("");
    }

    /** What a program is called. */
    public String program(ProgramCode code) {
        return wallets.programs().stream()
                .filter(program -> program.code().equals(code))
                .map(program -> program.document().basics().name().in(frame.getLocale()))
                .findFirst()
                .orElse(code.value());
    }
}
