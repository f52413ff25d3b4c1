package io.steadfast.ledger;

import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.EntryDraft;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.Hold;
import io.steadfast.platform.outbox.Outbox;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tells outside what time did to points, whether a job booked it or a posting that came first. */
@ApplicationScoped
class LedgerEvents {

    @Inject
    private Outbox outbox;

    /**
     * What an event carries.
     *
     * @param at when it happened, which may be long before it was booked
     */
    record Payload(WalletCode wallet, long points, Instant at, UUID entryId) {}

    /**
     * What an event of used points carries.
     *
     * @param order for which they were used, where there is one
     */
    record Used(WalletCode wallet, long points, UUID entryId, String hold, Optional<Cause.Subject> order) {}

    /** Points of a hold were used. */
    void redeemed(Hold settled, UUID entry) {
        outbox.publish(
                "points.redeemed",
                Optional.of(settled.member()),
                new Used(settled.wallet(), settled.committed(), entry, settled.id(), settled.subject()));
    }

    /** Of one member, whose lock is held. */
    void tell(MemberId member, List<EntryDraft> entries, Instant now) {
        tell(Map.of(member, entries), now);
    }

    /** Of many members, whose locks are held. */
    void tell(Map<MemberId, List<EntryDraft>> entries, Instant now) {
        outbox.publishAll("points.activated", now, told(entries, EntryKind.ACTIVATION));
        outbox.publishAll("points.expired", now, told(entries, EntryKind.EXPIRY));
    }

    private static List<Outbox.Told> told(Map<MemberId, List<EntryDraft>> entries, EntryKind kind) {
        List<Outbox.Told> told = new ArrayList<>();
        entries.forEach((member, own) -> own.stream()
                .filter(entry -> entry.kind() == kind)
                .forEach(entry -> told.add(new Outbox.Told(member, payload(entry)))));
        return told;
    }

    private static Payload payload(EntryDraft entry) {
        long points = entry.kind() == EntryKind.ACTIVATION
                ? entry.change().active()
                : -(entry.change().active() + entry.change().pending());
        return new Payload(entry.wallet(), points, entry.effectiveAt(), entry.id());
    }
}
