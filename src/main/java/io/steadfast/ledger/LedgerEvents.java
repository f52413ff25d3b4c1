package io.steadfast.ledger;

import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.EntryDraft;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.Hold;
import io.steadfast.ledger.core.WalletProgram;
import io.steadfast.platform.outbox.Outbox;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells outside what time did to points, whether a job booked it or a posting that came first. */
@ApplicationScoped
class LedgerEvents {

    @Inject
    private Outbox outbox;

    @Inject
    private Instance<WalletPrograms> directories;

    /**
     * What an event carries.
     *
     * @param at when it happened, which may be long before it was booked
     */
    record Payload(
            Optional<ProgramCode> program,
            Optional<Integer> version,
            WalletCode wallet,
            long points,
            Instant at,
            UUID entryId) {}

    /**
     * What an event of used points carries.
     *
     * @param order for which they were used, where there is one
     */
    record Used(
            Optional<ProgramCode> program,
            Optional<Integer> version,
            WalletCode wallet,
            long points,
            UUID entryId,
            String hold,
            Optional<Cause.Subject> order) {}

    /** Points of a hold were used. */
    void redeemed(Hold settled, UUID entry) {
        Optional<WalletProgram> program = program(settled.wallet());
        outbox.publish(
                "points.redeemed",
                Optional.of(settled.member()),
                new Used(
                        program.map(WalletProgram::program),
                        program.map(WalletProgram::version),
                        settled.wallet(),
                        settled.committed(),
                        entry,
                        settled.id(),
                        settled.subject()));
    }

    /** The program of a wallet, for what is told of it. */
    Optional<WalletProgram> program(WalletCode wallet) {
        return Optional.ofNullable(programs(Set.of(wallet)).get(wallet));
    }

    private Map<WalletCode, WalletProgram> programs(Set<WalletCode> wallets) {
        Map<WalletCode, WalletProgram> programs = new HashMap<>();
        if (!wallets.isEmpty()) {
            directories.forEach(directory -> programs.putAll(directory.programsOf(wallets)));
        }
        return programs;
    }

    /** Of one member, whose lock is held. */
    void tell(MemberId member, List<EntryDraft> entries, Instant now) {
        tell(Map.of(member, entries), now);
    }

    /** Of many members, whose locks are held. */
    void tell(Map<MemberId, List<EntryDraft>> entries, Instant now) {
        Map<WalletCode, WalletProgram> programs = programs(entries.values().stream()
                .flatMap(List::stream)
                .filter(entry -> entry.kind() == EntryKind.ACTIVATION || entry.kind() == EntryKind.EXPIRY)
                .map(EntryDraft::wallet)
                .collect(Collectors.toSet()));
        outbox.publishAll("points.activated", now, told(entries, EntryKind.ACTIVATION, programs));
        outbox.publishAll("points.expired", now, told(entries, EntryKind.EXPIRY, programs));
    }

    private static List<Outbox.Told> told(
            Map<MemberId, List<EntryDraft>> entries, EntryKind kind, Map<WalletCode, WalletProgram> programs) {
        List<Outbox.Told> told = new ArrayList<>();
        entries.forEach((member, own) -> own.stream()
                .filter(entry -> entry.kind() == kind)
                .forEach(entry -> told.add(
                        new Outbox.Told(member, payload(entry, Optional.ofNullable(programs.get(entry.wallet())))))));
        return told;
    }

    private static Payload payload(EntryDraft entry, Optional<WalletProgram> program) {
        long points = entry.kind() == EntryKind.ACTIVATION
                ? entry.change().active()
                : -(entry.change().active() + entry.change().pending());
        return new Payload(
                program.map(WalletProgram::program),
                program.map(WalletProgram::version),
                entry.wallet(),
                points,
                entry.effectiveAt(),
                entry.id());
    }
}
