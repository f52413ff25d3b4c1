package io.steadfast.ledger;

import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.LedgerRefusal;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.NoticePromise;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.core.Promised;
import io.steadfast.ledger.store.LedgerStore;
import io.steadfast.ledger.store.PromiseStore;
import io.steadfast.platform.outbox.Outbox;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.RealClock;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Notices of points that are about to lapse, where a program promises them (domain 25): no notice, no expiry. Asks for them by
 * {@code points.expiring} and takes the word that one went out; only then do the points have a date in the books.
 */
@Stateless
public class NoticeService {

    /** Clocks differ; more than this ahead of ours is a mistake. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final int DATES_A_TRANSACTION = 500;
    private static final String REASON = "NOTICE";

    @Inject
    private LedgerStore ledger;

    @Inject
    private PromiseStore promises;

    @Inject
    private PromiseKeeper keeper;

    @Inject
    private WalletChoice wallets;

    @Inject
    private Outbox outbox;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private TenantClock clock;

    @Inject
    private RealClock realClock;

    /**
     * That a member was told.
     *
     * @param wallet left out: the only one whose points can be spent
     * @param until the last day of the points it was about, by the program's calendar: all that is planned to lapse by its end
     * @param sentAt when it went out
     */
    public record Told(MemberId member, Optional<WalletCode> wallet, LocalDate until, Instant sentAt) {}

    /**
     * What has a date now.
     *
     * @param lot empty for all points of the account, which lapse when nothing is done until then
     */
    public record Dated(Optional<UUID> lot, long points, Instant expiresAt) {}

    /** A notice that was taken. */
    public record Noted(UUID id, WalletCode wallet, List<Dated> dated) {

        public Noted {
            dated = List.copyOf(dated);
        }
    }

    /** What an event that asks for a notice carries. */
    public record PointsExpiring(
            String program,
            int version,
            WalletCode wallet,
            long points,
            Instant expiresAt,
            LocalDate until,
            int noticeDays) {}

    /**
     * Takes the report of a notice sent elsewhere. A late one moves the date to the notice and its days; a second one for the same
     * points changes nothing, and points earned after it went out still wait for theirs.
     *
     * @throws Refusal MEMBER_UNKNOWN (404); WALLET_AMBIGUOUS, NOTICE_NOT_PROMISED, NOTICE_IN_FUTURE (422)
     */
    public Noted report(Told told) {
        Instant now = clock.now();
        if (told.sentAt().isAfter(now.plus(AHEAD))) {
            throw new Refusal(LedgerRefusal.NOTICE_IN_FUTURE).about(told.member());
        }
        ledger.lock(told.member());
        WalletCode wallet = wallets.one(told.member(), told.wallet()).wallet();
        NoticePromise promise = Optional.ofNullable(keeper.of(Set.of(wallet)).get(wallet))
                .orElseThrow(() -> new Refusal(LedgerRefusal.NOTICE_NOT_PROMISED, Map.of("wallet", wallet.value()))
                        .about(told.member()));
        Instant until = told.until().plusDays(1).atStartOfDay(promise.zone()).toInstant();
        return take(new Sent(told.member(), wallet, until, told.sentAt(), told.sentAt(), "REPORTED"), promise);
    }

    /**
     * A notice.
     *
     * @param until up to which it tells
     * @param knownBy of what stood in the books by then
     */
    private record Sent(
            MemberId member, WalletCode wallet, Instant until, Instant knownBy, Instant sentAt, String channel) {}

    /**
     * The notice channel answered: the member counts as told from now on, of what stood in the books when it was asked.
     *
     * @param askedAt when the event was written that it answers
     */
    public void answered(MemberId member, WalletCode wallet, Instant until, Instant askedAt) {
        ledger.lock(member);
        // A program that promises nothing any more leaves the dates of the promise it made.
        Optional.ofNullable(keeper.of(Set.of(wallet)).get(wallet))
                .ifPresent(promise -> take(new Sent(member, wallet, until, askedAt, clock.now(), "WEBHOOK"), promise));
    }

    private Noted take(Sent sent, NoticePromise promise) {
        Instant now = clock.now();
        Actor actor = currentActor.actor();
        UUID id = Ids.next();
        promises.add(new PromiseStore.Notice(
                id,
                sent.member(),
                sent.wallet(),
                sent.until(),
                sent.sentAt(),
                sent.channel(),
                actor.kind().name(),
                actor.id(),
                realClock.now()));
        Cause cause = Cause.of(new Cause.Authority(actor.kind().name(), actor.id(), REASON));
        List<Movement> movements = new ArrayList<>();
        List<Dated> dated = new ArrayList<>();
        for (Promised one : promises.planned(sent.member(), sent.wallet(), sent.until(), sent.knownBy(), now)) {
            NoticePromise own = promise.of(one.days());
            Instant date = own.dateAfter(one.plannedAt().orElseThrow(), sent.sentAt(), now);
            one.lot().ifPresent(lot -> movements.add(new Movement.Told(sent.wallet(), lot, date, cause)));
            if (one.lot().isEmpty()) {
                ledger.moveDeadline(sent.member(), sent.wallet(), Optional.of(date), now);
            }
            dated.add(new Dated(one.lot(), one.points(), date));
        }
        if (!movements.isEmpty()) {
            ledger.post(new Posting(sent.member(), now, movements, Map.of()));
        }
        return new Noted(id, sent.wallet(), dated);
    }

    /** When the next notice is to be asked for. */
    public Optional<Instant> nextDue() {
        return promises.nextDue();
    }

    /**
     * Asks for the notices that are due, each date of a member's wallet once.
     *
     * @return whether there may be more
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean askSome(Instant upTo) {
        List<Promised> due = promises.due(upTo, DATES_A_TRANSACTION);
        for (Promised date : due) {
            ledger.lock(date.member());
            promises.announced(date, clock.now());
            Optional.ofNullable(keeper.of(Set.of(date.wallet())).get(date.wallet()))
                    .ifPresent(promise ->
                            outbox.publish("points.expiring", Optional.of(date.member()), expiring(date, promise)));
        }
        return due.size() == DATES_A_TRANSACTION;
    }

    private static PointsExpiring expiring(Promised date, NoticePromise promise) {
        Instant planned = date.plannedAt().orElseThrow();
        return new PointsExpiring(
                promise.program().value(),
                promise.version(),
                date.wallet(),
                date.points(),
                planned,
                planned.minusNanos(1).atZone(promise.zone()).toLocalDate(),
                date.days());
    }
}
