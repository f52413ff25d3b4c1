package io.steadfast.accrual;

import io.steadfast.accrual.core.AskedFacts;
import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.Judgement;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.ProofReplay;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.accrual.core.StandingGrant;
import io.steadfast.accrual.store.ReplayReader;
import io.steadfast.accrual.store.ReplayRepository;
import io.steadfast.programs.core.FactKind;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.ProgramCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Invariant I9 over any connection: the nightly job and the check after each test class are the same.
 */
public final class ReplayCheck {

    private final ReplayReader replays;
    private final BiFunction<ProgramCode, Integer, Optional<ProgramVersion>> versions;

    /** @param versions finds a version by its program and number */
    public ReplayCheck(ReplayReader replays, BiFunction<ProgramCode, Integer, Optional<ProgramVersion>> versions) {
        this.replays = replays;
        this.versions = versions;
    }

    /** Judges so many receipts again, after this one. */
    public ReplayService.Page receipts(UUID after, int most) {
        List<ReplayRepository.Judged> page = replays.receipts(after, most);
        List<String> differences = new ArrayList<>();
        for (ReplayRepository.Judged one : page) {
            for (ProgramJudgement judgement : one.programs()) {
                versions.apply(judgement.program(), judgement.version())
                        .filter(version -> !asksForWhatIsntKept(version))
                        .ifPresent(version -> compare(one, judgement, version, differences));
            }
        }
        return new ReplayService.Page(
                page.isEmpty()
                        ? Optional.empty()
                        : Optional.of(page.get(page.size() - 1).receiptId()),
                differences);
    }

    /** Of a condition on something personal only the outcome is kept, so its rule can't be judged again; its books still can. */
    private static boolean asksForWhatIsntKept(ProgramVersion version) {
        Set<FactKind> asked = AskedFacts.of(version);
        return asked.contains(FactKind.BIRTHDAY_MONTH) || asked.contains(FactKind.MEMBER_ATTRIBUTE);
    }

    private static void compare(
            ReplayRepository.Judged one, ProgramJudgement judgement, ProgramVersion version, List<String> differences) {
        JudgedSubject subject = new JudgedSubject(one.order(), one.activity());
        Map<String, Long> again = new TreeMap<>();
        ProgramVersion judging = MovedIn.is(judgement) ? MovedIn.begun(version, subject.occurredAt()) : version;
        List<Grant> grants = subject.judgedBy(judging, judgement.facts()).grants();
        for (Grant grant : MovedIn.is(judgement) ? MovedIn.statusOnly(version, grants) : grants) {
            again.merge(grant.rule() + " " + grant.wallet(), grant.points(), Math::addExact);
            ProofReplay.differences(grant)
                    .forEach(difference -> differences.add("Receipt " + one.receiptId() + ": " + difference));
        }
        Map<String, Long> stored = new TreeMap<>();
        for (Receipt.Part part : one.receipt().programs()) {
            if (part.program().equals(judgement.program())) {
                part.granted()
                        .forEach(
                                each -> stored.merge(each.rule() + " " + each.wallet(), each.points(), Math::addExact));
            }
        }
        if (!again.equals(stored)) {
            differences.add("Receipt " + one.receiptId() + " says " + stored + ", judged again " + again);
        }
    }

    /** Compares so many orders with the books, after this one. */
    public ReplayService.Page orders(UUID after, int most) {
        List<ReplayRepository.Standing> page = replays.orders(after, most);
        List<String> differences = new ArrayList<>();
        for (ReplayRepository.Standing one : page) {
            Map<String, Long> stands = stands(one.judgement());
            List<Optional<String>> members = one.judgement()
                    .flatMap(each -> each.order().member())
                    .map(member -> List.of(Optional.of(member.toString())))
                    .orElse(List.of());
            Map<String, Long> booked = replays.booked(one, members);
            if (!stands.equals(booked)) {
                differences.add("Order " + one.source() + "/" + one.reference() + " stands at " + stands
                        + ", the books at " + booked);
            }
        }
        return new ReplayService.Page(
                page.isEmpty()
                        ? Optional.empty()
                        : Optional.of(page.get(page.size() - 1).orderId()),
                differences);
    }

    private static Map<String, Long> stands(Optional<Judgement> judgement) {
        Map<String, Long> stands = new TreeMap<>();
        for (StandingGrant grant : judgement.map(Judgement::grants).orElse(List.of())) {
            if (grant.net() != 0) {
                stands.merge(
                        String.join(
                                " ",
                                grant.key().member().toString(),
                                grant.key().program().value(),
                                grant.key().rule().value(),
                                grant.key().wallet().value()),
                        grant.net(),
                        Math::addExact);
            }
        }
        return stands;
    }
}
