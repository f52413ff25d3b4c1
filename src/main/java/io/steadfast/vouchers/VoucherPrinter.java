package io.steadfast.vouchers;

import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.programs.core.ExpiryCalculator;
import io.steadfast.programs.core.ProgramBasics;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherCode;
import io.steadfast.vouchers.core.VoucherEvent;
import io.steadfast.vouchers.core.VoucherKind;
import io.steadfast.vouchers.core.VoucherState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes vouchers with codes that nobody can guess. */
@ApplicationScoped
class VoucherPrinter {

    private final SecureRandom random = new SecureRandom();

    @Inject
    private CurrentActor currentActor;

    /** A voucher as it is once it was issued. */
    Voucher print(VoucherIssue wanted, Instant at) {
        // As the database keeps it, so that what was issued and what is read are the same.
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        VoucherKind kind = VoucherKind.of(wanted.reward().gives())
                .orElseThrow(() -> new IllegalArgumentException(
                        "Reward " + wanted.reward().code() + " isn't handed out as a voucher"));
        ProgramBasics basics = wanted.version().document().basics();
        Instant activeFrom =
                wanted.activeFrom().filter(from -> from.isAfter(now)).orElse(now);
        return new Voucher(
                Ids.next(),
                code(),
                wanted.member(),
                wanted.version().code(),
                wanted.version().version(),
                wanted.reward().code(),
                kind,
                kind.isMoney() ? Optional.of(basics.currency()) : Optional.empty(),
                VoucherKind.face(wanted.reward().gives()),
                0,
                activeFrom.equals(now) ? VoucherState.ACTIVE : VoucherState.ASSIGNED,
                now,
                activeFrom,
                expiry(wanted, activeFrom, basics.zone()),
                activeFrom.equals(now) ? 3 : 2,
                Optional.empty());
    }

    /** What brought a voucher about, and of what it came. */
    record Origin(String reason, Optional<UUID> about) {}

    /** What remains of a voucher under another code and this id. */
    Voucher again(Voucher old, UUID id, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        boolean waits = old.activeFrom().isAfter(now);
        return new Voucher(
                id,
                code(),
                old.member(),
                old.program(),
                old.version(),
                old.reward(),
                old.kind(),
                old.currency(),
                old.remaining(),
                0,
                waits ? VoucherState.ASSIGNED : VoucherState.ACTIVE,
                now,
                old.activeFrom(),
                old.expiresAt(),
                waits ? 2 : 3,
                Optional.empty());
    }

    /** Created, given to the member and, where nothing has to be waited for, made usable. */
    List<VoucherEvent> firstEvents(Voucher voucher, Origin origin, Instant now) {
        List<VoucherEvent.Kind> kinds =
                List.of(VoucherEvent.Kind.CREATED, VoucherEvent.Kind.ASSIGNED, VoucherEvent.Kind.ACTIVATED);
        Actor actor = currentActor.actor();
        List<VoucherEvent> events = new ArrayList<>();
        for (int seq = 1; seq <= voucher.seq(); seq++) {
            events.add(new VoucherEvent(
                    seq,
                    kinds.get(seq - 1),
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    actor.kind().name(),
                    actor.id(),
                    origin.reason(),
                    origin.about(),
                    now));
        }
        return events;
    }

    private VoucherCode code() {
        byte[] bytes = new byte[VoucherCode.BYTES];
        random.nextBytes(bytes);
        return VoucherCode.of(bytes);
    }

    /** The end of the last day on the program's calendar. */
    private static Optional<Instant> expiry(VoucherIssue wanted, Instant from, ZoneId zone) {
        LocalDate first = from.atZone(zone).toLocalDate();
        return wanted.reward()
                .validFor()
                .map(term -> first.plus(term.amount(), term.unit().chronoUnit()))
                .map(last -> ExpiryCalculator.endOf(last, zone));
    }
}
