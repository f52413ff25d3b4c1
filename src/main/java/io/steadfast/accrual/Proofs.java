package io.steadfast.accrual;

import io.steadfast.accrual.core.Activity;
import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.GrantChange;
import io.steadfast.accrual.core.Judgement;
import io.steadfast.accrual.core.LineShare;
import io.steadfast.accrual.core.OrderArrival;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.SkippedRule;
import io.steadfast.accrual.core.StandingGrant;
import io.steadfast.accrual.store.Proof;
import io.steadfast.shared.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes down, for every entry and every rule that gave nothing, why. */
final class Proofs {

    private Proofs() {}

    /** Why points were given. */
    record Given(String source, String reference, Instant occurredAt, long points, Grant grant) {}

    /** Why points were taken back: what the rule had given, and what of it went by line. */
    record Taken(
            String source,
            String reference,
            Instant effectiveAt,
            long points,
            UUID lot,
            Optional<Grant> grant,
            List<LineShare> takenOfLines) {}

    /** Why a rule gave nothing. */
    record Skipped(String source, String reference, Instant occurredAt, SkippedRule skipped) {}

    /** @param judgement what was decided or stands */
    static List<Proof> of(OrderCase one, Optional<Judgement> judgement, Booked booked) {
        List<Proof> proofs = new ArrayList<>();
        List<StandingGrant> now = judgement.map(Judgement::grants).orElse(List.of());
        booked.entries().forEach((change, entry) -> proofs.add(of(one, change, entry, now)));
        boolean judgedNow = one.arrival().judging() == OrderArrival.Judging.FIRST
                || one.arrival().judging() == OrderArrival.Judging.AGAIN;
        if (judgedNow) {
            judgement.ifPresent(each -> each.programs()
                    .forEach(program -> proofs.addAll(skipped(
                            one.present().source(),
                            one.present().reference(),
                            one.present().occurredAt(),
                            one.present().member().orElseThrow(),
                            program))));
        }
        return proofs;
    }

    private static Proof of(OrderCase one, GrantChange change, UUID entry, List<StandingGrant> now) {
        String source = one.present().source();
        String reference = one.present().reference();
        if (change instanceof GrantChange.Give give) {
            return given(source, reference, one.present().occurredAt(), give, entry);
        }
        Optional<StandingGrant> standing = one.standing().stream()
                .filter(each -> each.key().equals(change.key()))
                .findFirst();
        return proof(
                Proof.Kind.TAKE,
                change,
                entry,
                new Taken(
                        source,
                        reference,
                        one.effectiveAt(),
                        change.points(),
                        ((GrantChange.Take) change).lot(),
                        standing.map(StandingGrant::grant),
                        takenOfLines(standing, now)));
    }

    /** What is taken of each line now and wasn't before; all that was left of it where the grant is gone. */
    private static List<LineShare> takenOfLines(Optional<StandingGrant> standing, List<StandingGrant> now) {
        if (standing.isEmpty()) {
            return List.of();
        }
        StandingGrant before = standing.get();
        Optional<StandingGrant> after =
                now.stream().filter(each -> each.key().equals(before.key())).findFirst();
        return before.grant().shares().stream()
                .map(share -> new LineShare(
                        share.lineId(),
                        after.map(each -> points(each.taken(), share.lineId())).orElse(share.points())
                                - points(before.taken(), share.lineId())))
                .filter(share -> share.points() != 0)
                .toList();
    }

    private static long points(List<LineShare> shares, String lineId) {
        return shares.stream()
                .filter(share -> share.lineId().equals(lineId))
                .mapToLong(LineShare::points)
                .sum();
    }

    static Proof given(String source, String reference, Instant occurredAt, GrantChange.Give give, UUID entry) {
        return proof(
                Proof.Kind.GRANT, give, entry, new Given(source, reference, occurredAt, give.points(), give.grant()));
    }

    /** Why all that a rule gave for an activity was taken back. */
    static Proof takenBack(Activity activity, Instant effectiveAt, GrantChange.Take take, UUID entry, Grant grant) {
        return proof(
                Proof.Kind.TAKE,
                take,
                entry,
                new Taken(
                        activity.source(),
                        activity.reference(),
                        effectiveAt,
                        take.points(),
                        take.lot(),
                        Optional.of(grant),
                        List.of()));
    }

    private static Proof proof(Proof.Kind kind, GrantChange change, UUID entry, Object document) {
        return new Proof(
                kind,
                Optional.of(change.key().member()),
                change.key().program(),
                change.version(),
                Optional.of(change.key().rule()),
                Optional.of(change.key().wallet()),
                Optional.of(entry),
                document);
    }

    static List<Proof> skipped(
            String source, String reference, Instant occurredAt, MemberId member, ProgramJudgement program) {
        return program.skipped().stream()
                .map(skipped -> new Proof(
                        Proof.Kind.SKIP,
                        Optional.of(member),
                        program.program(),
                        program.version(),
                        skipped.rule(),
                        Optional.empty(),
                        Optional.empty(),
                        new Skipped(source, reference, occurredAt, skipped)))
                .toList();
    }
}
