package io.steadfast.charities;

import io.steadfast.charities.core.Destination;
import io.steadfast.charities.core.Donation;
import io.steadfast.charities.core.DonationBook;
import io.steadfast.charities.core.DonationChange;
import io.steadfast.charities.core.DonationKey;
import io.steadfast.charities.core.DonationState;
import io.steadfast.charities.core.GivenPoints;
import io.steadfast.charities.core.Part;
import io.steadfast.charities.store.DonationRepository;
import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.WalletChoice;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posted;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.ledger.core.WalletTerms;
import io.steadfast.platform.outbox.Outbox;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.programs.core.GivingPoints;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Turns a member's points into a donation; the member's lock is held. */
@Dependent
class PointsGiving {

    private static final RuleCode POINTS = new RuleCode("points");

    @Inject
    DonationDesk desk;

    @Inject
    DonationRepository donations;

    @Inject
    DonationEvents events;

    @Inject
    LedgerService ledger;

    @Inject
    WalletChoice wallets;

    @Inject
    CurrentActor currentActor;

    @Inject
    Outbox outbox;

    /** What {@code points.redeemed} tells of given points. */
    record PointsRedeemed(String program, int version, WalletCode wallet, long points, String reason, UUID entryId) {}

    GivenDonation give(DonationService.GivingWish wish, ProgramVersion version, Instant now) {
        GivingPoints terms = version.document().giving().points().orElseThrow();
        GivenPoints.refusal(wish.points(), terms).ifPresent(reason -> {
            throw new Refusal(reason, Map.of("step", terms.step(), "minimum", terms.minimum()));
        });
        wish.charity().ifPresent(charity -> desk.refuseUnusable(version, charity));
        GivenPoints given = GivenPoints.of(wish.points(), terms);
        Posted posted = take(wish, version, now);
        UUID entry = posted.entries().get(0).id();
        Destination to = desk.choice(wish.member(), version, wish.charity()).of(now);
        List<DonationChange> changes = new ArrayList<>();
        changes.add(DonationBook.bring(
                begun(wish, version, Part.MEMBER, Donation.Origin.points(wish.points(), entry), now),
                given.worth(),
                to,
                now));
        if (given.match() > 0) {
            changes.add(DonationBook.bring(
                    begun(wish, version, Part.MATCH, Donation.Origin.points(0, entry), now), given.match(), to, now));
        }
        donations.write(changes, DonationRepository.Occasion.at(now));
        events.given(changes);
        return new GivenDonation(
                given,
                terms.wallet(),
                changes.stream().map(DonationChange::after).toList(),
                entry,
                posted.balance(terms.wallet()).map(WalletBalance::spendable).orElse(0L));
    }

    private Posted take(DonationService.GivingWish wish, ProgramVersion version, Instant now) {
        GivingPoints terms = version.document().giving().points().orElseThrow();
        WalletTerms wallet = wallets.one(wish.member(), Optional.of(terms.wallet()));
        Actor actor = currentActor.actor();
        Cause cause = Cause.of(new Cause.Authority(actor.kind().name(), actor.id(), "DONATION"));
        Posted posted = ledger.post(new Posting(
                wish.member(),
                now,
                List.of(new Movement.Spend(EntryKind.DONATION, wallet.wallet(), wish.points(), wallet.order(), cause)),
                keptAlive(wallet)));
        outbox.publish(
                "points.redeemed",
                Optional.of(wish.member()),
                new PointsRedeemed(
                        version.code().value(),
                        version.version(),
                        wallet.wallet(),
                        wish.points(),
                        "DONATION",
                        posted.entries().get(0).id()));
        return posted;
    }

    /** Giving points away is using them: an account that lapses without use stays. */
    private static Map<WalletCode, Instant> keptAlive(WalletTerms wallet) {
        return wallet.keptAliveUntil()
                .map(until -> Map.of(wallet.wallet(), until))
                .orElse(Map.of());
    }

    private static Donation begun(
            DonationService.GivingWish wish, ProgramVersion version, Part part, Donation.Origin origin, Instant now) {
        return new Donation(
                Ids.next(),
                origin,
                new DonationKey(wish.member(), version.code(), POINTS, part),
                version.version(),
                version.document().basics().currency(),
                0,
                Destination.OPEN,
                wish.charity(),
                DonationState.REVERSED,
                now,
                Optional.of(now),
                Optional.empty());
    }
}
