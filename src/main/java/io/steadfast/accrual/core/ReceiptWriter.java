package io.steadfast.accrual.core;

import io.steadfast.shared.ProgramCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Writes down what stands for an order or activity, program by program. */
public final class ReceiptWriter {

    private final Instant now;
    private final Map<ProgramCode, List<Receipt.TierChange>> tiers;

    /**
     * @param now decides whether granted points are shown as pending, active or expired
     * @param tiers what moved, or was judged and didn't move, by program
     */
    public ReceiptWriter(Instant now, Map<ProgramCode, List<Receipt.TierChange>> tiers) {
        this.now = now;
        this.tiers = Map.copyOf(tiers);
    }

    /** One part a program, in the order of the programs. */
    public List<Receipt.Part> parts(List<ProgramJudgement> judgements, List<StandingGrant> grants) {
        List<Receipt.Part> parts = new ArrayList<>();
        for (ProgramJudgement judgement : judgements) {
            List<StandingGrant> own = grants.stream()
                    .filter(grant -> grant.key().program().equals(judgement.program()))
                    .toList();
            parts.add(part(judgement, own));
        }
        return parts;
    }

    /** The same parts with what came of the report beside points; a program without a part gets one. */
    public static List<Receipt.Part> with(Map<ProgramCode, Receipt.Beside> beside, List<Receipt.Part> parts) {
        Map<ProgramCode, Receipt.Part> all = new TreeMap<>();
        parts.forEach(part -> all.put(part.program(), part));
        beside.forEach((program, made) -> all.put(
                program,
                Optional.ofNullable(all.get(program))
                        .orElseGet(() -> Receipt.Part.empty(program))
                        .with(made)));
        return List.copyOf(all.values());
    }

    private Receipt.Part part(ProgramJudgement judgement, List<StandingGrant> grants) {
        return new Receipt.Part(
                judgement.program(),
                judgement.version() > 0 ? Optional.of(judgement.version()) : Optional.empty(),
                grants.stream().map(this::granted).toList(),
                grants.stream()
                        .filter(grant -> grant.takenPoints() > 0)
                        .map(ReceiptWriter::taken)
                        .toList(),
                judgement.skipped().stream().map(ReceiptWriter::skipped).toList(),
                tiers.getOrDefault(judgement.program(), List.of()),
                List.of(),
                List.of(),
                List.of());
    }

    private Receipt.Granted granted(StandingGrant standing) {
        Grant grant = standing.grant();
        return new Receipt.Granted(
                grant.wallet(),
                grant.points(),
                grant.rule(),
                state(grant),
                grant.activation().at(),
                grant.expiresAt(),
                grant.shares());
    }

    private Receipt.State state(Grant grant) {
        if (grant.expiresAt().filter(at -> !at.isAfter(now)).isPresent()) {
            return Receipt.State.EXPIRED;
        }
        return grant.activation().at().filter(at -> !at.isAfter(now)).isPresent()
                ? Receipt.State.ACTIVE
                : Receipt.State.PENDING;
    }

    private static Receipt.Taken taken(StandingGrant standing) {
        return new Receipt.Taken(
                standing.grant().wallet(),
                standing.takenPoints(),
                standing.grant().rule(),
                standing.taken());
    }

    private static Receipt.Skipped skipped(SkippedRule skipped) {
        return new Receipt.Skipped(
                skipped.rule(), skipped.reasons().stream().map(Enum::name).toList());
    }

    /** What was taken as reported but can't be quite right. */
    public static List<Receipt.Problem> problems(Order order) {
        List<Receipt.Problem> problems = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            BigDecimal back = ReturnedParts.quantityBack(order, line.lineId());
            if (back.compareTo(line.quantity()) > 0) {
                problems.add(new Receipt.Problem("RETURN_EXCEEDS_LINE", line.lineId()));
            }
        }
        for (String unknown : unknownLines(order)) {
            problems.add(new Receipt.Problem("LINE_UNKNOWN", unknown));
        }
        return problems;
    }

    private static Set<String> unknownLines(Order order) {
        Set<String> unknown = new LinkedHashSet<>();
        order.returns().stream()
                .filter(OrderReturn::stands)
                .flatMap(each -> each.lines().stream())
                .flatMap(line -> line.lineId().stream())
                .forEach(unknown::add);
        order.lines().forEach(line -> unknown.remove(line.lineId()));
        return unknown;
    }
}
