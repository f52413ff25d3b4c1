package io.steadfast.cards.rest;

import io.steadfast.cards.HeldVoucher;
import io.steadfast.cards.Holdings;
import io.steadfast.cards.core.CardFacts;
import io.steadfast.cards.core.MemberCard;
import io.steadfast.memberships.MembershipView;
import io.steadfast.memberships.core.MembershipState;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A member's cards, one for each program in force that they are in. */
public record CardResponse(List<Card> cards) {

    public CardResponse {
        cards = List.copyOf(cards);
    }

    static CardResponse of(List<MemberCard> cards, Holdings held, Locale language) {
        return new CardResponse(
                cards.stream().map(card -> Card.of(card, held, language)).toList());
    }

    /**
     * @param tier on the program's first ladder; left out where it has none
     * @param wallets those one can spend from
     * @param next left out at the top
     * @param reward the one of which the fewest points are missing and nothing else; where there is none, the cheapest that can be
     *     had
     * @param plan the latest paid plan, whether it is on or not; left out where there never was one
     * @param vouchers those that can be used, at most the newest hundred
     * @param donated what the member's orders and points have brought to charity
     */
    public record Card(
            ProgramCode program,
            String name,
            Optional<CardTier> tier,
            List<CardWallet> wallets,
            Optional<CardNextTier> next,
            Optional<CardReward> reward,
            Optional<CardPlan> plan,
            List<CardVoucher> vouchers,
            List<CardRight> rights,
            Money donated) {

        static Card of(MemberCard card, Holdings held, Locale language) {
            return new Card(
                    card.program(),
                    card.name().in(language),
                    card.level()
                            .map(level -> new CardTier(
                                    level.set().value(),
                                    level.code(),
                                    level.name().in(language),
                                    level.through())),
                    card.wallets().stream()
                            .map(purse -> CardWallet.of(
                                    purse, held.lapsing().getOrDefault(purse.wallet(), List.of()), language))
                            .toList(),
                    card.next().map(next -> CardNextTier.of(next, language)),
                    card.reward().map(reward -> CardReward.of(reward, language)),
                    Optional.ofNullable(held.plans().get(card.program())).map(plan -> CardPlan.of(plan, language)),
                    held.vouchers().stream()
                            .filter(each -> each.voucher().program().equals(card.program()))
                            .map(each -> CardVoucher.of(each, language))
                            .toList(),
                    held.rights().stream()
                            .filter(right -> right.program().equals(card.program()))
                            .map(right ->
                                    new CardRight(right.code(), right.name().in(language), right.until()))
                            .toList(),
                    card.donated());
        }
    }

    /** @param through the last day of an earned tier; left out where it has no end or is lent */
    public record CardTier(String set, TierCode code, String name, Optional<LocalDate> through) {}

    /**
     * @param expiring the first points that lapse, by the last usable day in the program's zone
     * @param lapsing all that do, day by day
     */
    public record CardWallet(
            WalletCode wallet,
            String name,
            String unit,
            int decimals,
            long spendable,
            Optional<CardExpiring> expiring,
            List<CardExpiring> lapsing) {

        static CardWallet of(MemberCard.Purse purse, List<CardFacts.Lapsing> lapsing, Locale language) {
            return new CardWallet(
                    purse.wallet(),
                    purse.name().in(language),
                    purse.unit().name().toLowerCase(Locale.ROOT),
                    purse.decimals(),
                    purse.spendable(),
                    purse.lapsing().map(CardExpiring::of),
                    lapsing.stream().map(CardExpiring::of).toList());
        }
    }

    /**
     * @param on whether what the plan gives is on, and {@code onUntil} when it goes off if nothing more happens
     * @param coveredUntil the exclusive end of the trial or of what is paid
     */
    public record CardPlan(
            String code,
            String name,
            MembershipState state,
            boolean on,
            Instant coveredUntil,
            Optional<Instant> onUntil) {

        static CardPlan of(MembershipView view, Locale language) {
            return new CardPlan(
                    view.subscription().plan().value(),
                    view.plan().name().in(language),
                    view.state(),
                    view.isOn(),
                    view.phase().coveredUntil(),
                    view.onUntil());
        }
    }

    /**
     * @param remaining what is left of money; {@code usesLeft} of anything else
     * @param expiresAt exclusive; left out where it never does
     */
    public record CardVoucher(
            String code,
            String reward,
            String name,
            VoucherState state,
            Optional<Money> remaining,
            Optional<Long> usesLeft,
            Optional<Instant> expiresAt) {

        static CardVoucher of(HeldVoucher held, Locale language) {
            Voucher voucher = held.voucher();
            return new CardVoucher(
                    voucher.code().shown(),
                    voucher.reward().value(),
                    held.name()
                            .map(name -> name.in(language))
                            .orElse(voucher.reward().value()),
                    held.state(),
                    voucher.currency().map(currency -> new Money(voucher.remaining(), currency)),
                    voucher.currency().isPresent() ? Optional.empty() : Optional.of(voucher.remaining()),
                    voucher.expiresAt());
        }
    }

    /** @param until exclusive; left out where nothing in sight ends it */
    public record CardRight(String code, String name, Optional<Instant> until) {}

    /** Points that can be used through this day. */
    public record CardExpiring(LocalDate date, long points) {

        static CardExpiring of(CardFacts.Lapsing lapsing) {
            return new CardExpiring(lapsing.date(), lapsing.points());
        }
    }

    /**
     * The next tier.
     *
     * @param metric as in {@code spend}
     * @param missing in the metric's unit: minor units of the program's currency, points or a count
     * @param percent how far the member is
     */
    public record CardNextTier(
            TierCode code, String name, String metric, long missing, int percent, List<CardUnlock> unlocks) {

        static CardNextTier of(MemberCard.NextTier next, Locale language) {
            return new CardNextTier(
                    next.code(),
                    next.name().in(language),
                    next.metric().name().toLowerCase(Locale.ROOT),
                    next.missing(),
                    next.percent(),
                    next.unlocks().stream()
                            .map(unlock -> new CardUnlock(
                                    unlock.wallet(),
                                    unlock.factor(),
                                    unlock.benefit().map(benefit -> benefit.in(language))))
                            .toList());
        }
    }

    /** Faster points in a wallet, or a benefit in words. */
    public record CardUnlock(Optional<WalletCode> wallet, Optional<BigDecimal> factor, Optional<String> benefit) {}

    /** @param points what one costs this member; {@code missing} of them, in the wallet's smallest unit */
    public record CardReward(String code, String name, WalletCode wallet, long points, long missing, int percent) {

        static CardReward of(MemberCard.NextReward reward, Locale language) {
            return new CardReward(
                    reward.code().value(),
                    reward.name().in(language),
                    reward.wallet(),
                    reward.points(),
                    reward.missing(),
                    reward.percent());
        }
    }
}
