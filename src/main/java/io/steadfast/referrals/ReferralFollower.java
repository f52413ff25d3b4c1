package io.steadfast.referrals;

import io.steadfast.accrual.Followed;
import io.steadfast.accrual.OrderFollower;
import io.steadfast.accrual.SettledOrder;
import io.steadfast.accrual.core.Judgement;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.ledger.LedgerService;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Referral;
import io.steadfast.referrals.core.Friendship;
import io.steadfast.referrals.core.Friendship.State;
import io.steadfast.referrals.core.Friendship.WinningOrder;
import io.steadfast.referrals.core.ReferralRule;
import io.steadfast.referrals.store.ReferralRepository;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps referrals in line with friends' orders: a first order that stands starts the wait, one that comes back ends it. It
 * only notes what is due; nobody's points move here, for the referrer's lock isn't held.
 */
@ApplicationScoped
public class ReferralFollower implements OrderFollower {

    @Inject
    private ReferralRepository referrals;

    @Inject
    private ProgramService programs;

    @Inject
    private LedgerService ledger;

    /** A program whose members bring friends, and what it said of the order. */
    private record Offer(ProgramDocument document, Referral referral, ProgramJudgement judgement) {}

    @Override
    public Followed follow(SettledOrder settled) {
        List<Offer> offers = offers(settled);
        // Where no program brings friends, no question is asked of the database.
        if (!offers.isEmpty() || settled.changedHands()) {
            List<UUID> looked = new ArrayList<>();
            if (settled.before().isPresent()) {
                referrals.ofOrder(settled.orderId()).forEach(one -> {
                    again(one, settled, offers);
                    looked.add(one.id());
                });
            }
            offers.forEach(offer -> first(offer, settled, looked));
        }
        return Followed.NOTHING;
    }

    private List<Offer> offers(SettledOrder settled) {
        List<Offer> offers = new ArrayList<>();
        for (ProgramJudgement judgement :
                settled.judgement().map(Judgement::programs).orElse(List.of())) {
            Optional<ProgramVersion> version = judgement.version() > 0
                    ? programs.version(judgement.program(), judgement.version())
                    : Optional.empty();
            version.map(ProgramVersion::document)
                    .flatMap(document -> document.referral().map(referral -> new Offer(document, referral, judgement)))
                    .ifPresent(offers::add);
        }
        return offers;
    }

    /** One that this order wins already: does it still, and since when can't it come back? */
    private void again(Friendship one, SettledOrder settled, List<Offer> offers) {
        if (one.state() != State.ORDERED && one.state() != State.REWARDED) {
            return;
        }
        Optional<Offer> offer = offers.stream()
                .filter(each -> each.judgement().program().equals(one.program()))
                .findFirst()
                .filter(each -> isOf(one, settled) && wins(each, settled));
        if (offer.isEmpty()) {
            referrals.keep(one.lost(settled.now()));
        } else if (one.state() == State.ORDERED) {
            Optional<Instant> due = due(offer.get(), settled);
            if (!due.equals(one.dueAt())) {
                referrals.keep(one.ordered(one.order().orElseThrow(), due));
            }
        }
    }

    /** Whether it is the friend's, who may have been merged into somebody since. */
    private boolean isOf(Friendship one, SettledOrder settled) {
        return settled.present().member().map(ledger::survivorOf).equals(Optional.of(ledger.survivorOf(one.friend())));
    }

    /** One that waits for a first order. */
    private void first(Offer offer, SettledOrder settled, List<UUID> looked) {
        Optional<MemberId> friend = settled.present().member().map(ledger::survivorOf);
        if (friend.isEmpty() || !wins(offer, settled)) {
            return;
        }
        referrals
                .ofFriend(friend.get(), offer.judgement().program())
                .filter(one -> one.state() == State.JOINED && !looked.contains(one.id()))
                .filter(one -> !settled.present().occurredAt().isBefore(one.joinedAt()))
                .ifPresent(one -> referrals.keep(one.ordered(
                        new WinningOrder(
                                settled.orderId(),
                                settled.present().source(),
                                settled.present().reference()),
                        due(offer, settled))));
    }

    private static boolean wins(Offer offer, SettledOrder settled) {
        return ReferralRule.wins(offer.referral(), offer.document().basics(), order(settled), offer.judgement());
    }

    private static Optional<Instant> due(Offer offer, SettledOrder settled) {
        return ReferralRule.dueAt(offer.document(), offer.referral(), settled.present());
    }

    /** The content that was judged in its present state. */
    private static Order order(SettledOrder settled) {
        return settled.judgement().orElseThrow().order().asIn(settled.present());
    }
}
