package io.steadfast.stamps;

import io.steadfast.platform.persistence.Ids;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Reward;
import io.steadfast.programs.core.StampCard;
import io.steadfast.stamps.core.CardCount;
import io.steadfast.stamps.core.CardKey;
import io.steadfast.stamps.store.StampRepository;
import io.steadfast.stamps.store.StampRepository.Given;
import io.steadfast.stamps.store.StampRepository.Occasion;
import io.steadfast.vouchers.VoucherIssue;
import io.steadfast.vouchers.VoucherService;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherState;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Holds the vouchers of a card to its stamps: one for each time it is full, and none that was used is taken back. */
@Dependent
class CardDesk {

    /** Why a voucher was issued, and why it was taken back. */
    private static final String FULL = "STAMP_CARD";

    private static final String UNDONE = "STAMP_CARD_UNDONE";

    @Inject
    StampRepository stamps;

    @Inject
    VoucherService vouchers;

    /** How far a card has come, with the vouchers that stand of the order that was settled. */
    record Settled(CardCount count, List<Voucher> ofOrder) {}

    /**
     * A voucher that a card gave.
     *
     * @param used whether something of it was used, under an earlier code too
     */
    private record Gift(Given given, Voucher voucher, boolean used) {}

    Settled settle(CardKey key, StampCard card, ProgramVersion version, Occasion occasion) {
        CardCount count = CardCount.of(card, stamps.on(key));
        List<Gift> standing = standing(key);
        Optional<Reward> reward = version.document().reward(card.reward());
        for (long given = standing.size(); given < count.full() && reward.isPresent(); given++) {
            UUID cause = Ids.next();
            stamps.addVoucher(key, cause, occasion);
            vouchers.issue(
                    new VoucherIssue(key.member(), version, reward.get(), Optional.empty(), FULL, Optional.of(cause)));
        }
        takeBack(standing, standing.size() - count.full(), occasion.now());
        return new Settled(
                count,
                standing(key).stream()
                        .filter(gift -> gift.given().order().equals(occasion.order()))
                        .map(Gift::voucher)
                        .toList());
    }

    /** The latest first, and only those of which nothing was used. */
    private void takeBack(List<Gift> standing, long tooMany, Instant now) {
        List<Gift> latestFirst = new ArrayList<>(standing);
        Collections.reverse(latestFirst);
        latestFirst.stream()
                .filter(gift -> !gift.used() && isFree(gift.voucher().stateAt(now)))
                .limit(Math.max(0, tooMany))
                .forEach(gift -> vouchers.cancelAbout(gift.given().cause(), UNDONE));
    }

    /**
     * What is kept for an order at a checkout was promised to it and stands; once it is let go it is the first to be taken back by
     * whatever happens on the card next.
     */
    private static boolean isFree(VoucherState state) {
        return state == VoucherState.ACTIVE || state == VoucherState.ASSIGNED;
    }

    /** The card's vouchers that weren't taken back. */
    private List<Gift> standing(CardKey key) {
        List<Gift> gifts = new ArrayList<>();
        for (Given given : stamps.given(key)) {
            List<Voucher> ofOne = vouchers.about(given.cause());
            boolean used = ofOne.stream().anyMatch(voucher -> voucher.used() > 0);
            ofOne.stream()
                    .filter(voucher -> voucher.state() != VoucherState.CANCELLED)
                    .forEach(voucher -> gifts.add(new Gift(given, voucher, used)));
        }
        return gifts;
    }
}
