package io.steadfast.ledger.store;

import io.steadfast.ledger.core.AccountChange;
import io.steadfast.ledger.core.CanonicalBytes;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.EntryDraft;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Origin;
import io.steadfast.shared.RuleCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry with its place in the member's chain, and the rows that belong to it, ready to be written. */
final class EntryRow {

    final EntryDraft draft;
    final MemberId member;
    final long seq;
    final LocalDate postingDate;
    final Instant recordedAt;
    final byte[] previousHash;
    final byte[] hash;
    final List<Part<EntryDraft.Leg>> legs;
    final Optional<Part<EntryDraft.NewLot>> lot;
    final List<Part<EntryDraft.LotChange>> changes;
    final List<Part<EntryDraft.Allocation>> allocations;

    /** A row of an entry's, by its number, with its check. */
    record Part<T>(UUID entry, int no, T value, byte[] bytes) {

        byte[] mark() {
            return CanonicalBytes.mark(bytes);
        }
    }

    private EntryRow(EntryDraft draft, Place place) {
        this.draft = draft;
        this.member = place.member;
        this.seq = place.seq;
        this.postingDate = place.postingDate;
        this.recordedAt = place.recordedAt;
        this.previousHash = place.previousHash;
        this.legs = legParts();
        this.lot = draft.lot().map(this::lotPart);
        this.changes = changeParts();
        this.allocations = allocationParts();
        List<byte[]> parts = new ArrayList<>();
        legs.forEach(part -> parts.add(part.bytes()));
        lot.ifPresent(part -> parts.add(part.bytes()));
        changes.forEach(part -> parts.add(part.bytes()));
        allocations.forEach(part -> parts.add(part.bytes()));
        this.hash = CanonicalBytes.hash(previousHash, bytes(), parts);
    }

    /** Where an entry comes to stand. */
    record Place(MemberId member, long seq, LocalDate postingDate, Instant recordedAt, byte[] previousHash) {}

    static EntryRow of(EntryDraft draft, Place place) {
        return new EntryRow(draft, place);
    }

    /** The fields in the order that the SQL of jobs and of the verifier has too. */
    private byte[] bytes() {
        AccountChange change = draft.change();
        return CanonicalBytes.of(
                draft.id(),
                member,
                seq,
                draft.wallet(),
                draft.kind(),
                change.pending(),
                change.active(),
                change.held(),
                change.debt(),
                change.lifetime(),
                draft.forgiven(),
                CanonicalBytes.micros(draft.effectiveAt()),
                postingDate,
                CanonicalBytes.micros(recordedAt),
                originKind(),
                originCode(),
                originVersion(),
                rule(),
                actorKind(),
                actorId(),
                reason(),
                source(),
                reference(),
                draft.cause().receipt().orElse(null),
                draft.reverses().orElse(null));
    }

    private List<Part<EntryDraft.Leg>> legParts() {
        List<Part<EntryDraft.Leg>> parts = new ArrayList<>();
        for (EntryDraft.Leg leg : draft.legs()) {
            int no = parts.size();
            parts.add(new Part<>(draft.id(), no, leg, CanonicalBytes.of(draft.id(), no, leg.account(), leg.points())));
        }
        return List.copyOf(parts);
    }

    private Part<EntryDraft.NewLot> lotPart(EntryDraft.NewLot granted) {
        byte[] bytes = CanonicalBytes.of(
                draft.id(),
                member,
                draft.wallet(),
                granted.granted(),
                CanonicalBytes.micros(granted.dates().activityAt()),
                CanonicalBytes.micros(granted.dates().activatesAt()),
                CanonicalBytes.micros(granted.dates().expiresAt()),
                granted.funder(),
                granted.reinstates().orElse(null));
        return new Part<>(draft.id(), 0, granted, bytes);
    }

    private List<Part<EntryDraft.LotChange>> changeParts() {
        List<Part<EntryDraft.LotChange>> parts = new ArrayList<>();
        for (EntryDraft.LotChange change : draft.changes()) {
            int no = parts.size();
            byte[] bytes = CanonicalBytes.of(
                    draft.id(),
                    no,
                    change.lot(),
                    CanonicalBytes.micros(change.activatesAt()),
                    CanonicalBytes.micros(change.expiresAt()));
            parts.add(new Part<>(draft.id(), no, change, bytes));
        }
        return List.copyOf(parts);
    }

    private List<Part<EntryDraft.Allocation>> allocationParts() {
        List<Part<EntryDraft.Allocation>> parts = new ArrayList<>();
        for (EntryDraft.Allocation each : draft.allocations()) {
            int no = parts.size();
            byte[] bytes = CanonicalBytes.of(draft.id(), no, each.lot(), each.from(), each.to(), each.points());
            parts.add(new Part<>(draft.id(), no, each, bytes));
        }
        return List.copyOf(parts);
    }

    @Nullable
    String originKind() {
        return origin().map(origin -> origin.kind().name()).orElse(null);
    }

    @Nullable
    String originCode() {
        return origin().map(Origin::code).orElse(null);
    }

    @Nullable
    Integer originVersion() {
        return origin().map(Origin::version).orElse(null);
    }

    @Nullable
    String rule() {
        return origin().flatMap(Origin::rule).map(RuleCode::value).orElse(null);
    }

    @Nullable
    String actorKind() {
        return draft.cause().authority().map(Cause.Authority::actorKind).orElse(null);
    }

    @Nullable
    String actorId() {
        return draft.cause().authority().map(Cause.Authority::actorId).orElse(null);
    }

    @Nullable
    String reason() {
        return draft.cause().authority().map(Cause.Authority::reason).orElse(null);
    }

    @Nullable
    String source() {
        return draft.cause().subject().map(Cause.Subject::source).orElse(null);
    }

    @Nullable
    String reference() {
        return draft.cause().subject().map(Cause.Subject::reference).orElse(null);
    }

    private Optional<Origin> origin() {
        return draft.cause().origin();
    }
}
