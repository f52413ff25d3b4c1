package io.steadfast.rewards;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Reward;
import io.steadfast.programs.core.RewardKind;
import io.steadfast.rewards.core.Redemption;
import io.steadfast.rewards.core.RedemptionCause;
import io.steadfast.rewards.core.RedemptionEvent;
import io.steadfast.rewards.core.RedemptionState;
import io.steadfast.rewards.core.RewardRefusal;
import io.steadfast.rewards.core.Stock;
import io.steadfast.rewards.store.RedemptionRepository;
import io.steadfast.rewards.store.StockRepository;
import io.steadfast.vouchers.VoucherService;
import io.steadfast.vouchers.core.Voucher;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** Carries out what was decided, whoever wanted it: stock taken, points used, what was bought handed out; and all of it back. */
@Dependent
class RedemptionDesk {

    @Inject
    private RedemptionBooks books;

    @Inject
    private HandOut handOut;

    @Inject
    private StockRepository stocks;

    @Inject
    private RedemptionRepository redemptions;

    @Inject
    private VoucherService vouchers;

    @Inject
    private ProgramService programs;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private TenantClock clock;

    /**
     * Takes what is sold out of stock. Under the lock of the stock's row the number decides, whatever was read before.
     *
     * @return how many were taken; 0 of an endless stock, empty where too few are left
     */
    OptionalInt take(Sale sale, Stock seen) {
        if (seen.left().isEmpty()) {
            return OptionalInt.of(0);
        }
        int places = sale.reward().gives() instanceof RewardKind.Experience event ? event.capacity() : 0;
        return stocks.take(sale.version().code(), sale.reward().code(), sale.quantity(), places)
                ? OptionalInt.of(sale.quantity())
                : OptionalInt.empty();
    }

    /** @param stockTaken by {@link #take} */
    Redeemed make(Sale sale, int stockTaken) {
        RedemptionBooks.Booked booked = books.spend(sale);
        Redemption made = sale.made(booked, stockTaken, handOut.validUntil(sale));
        RedemptionEvent event =
                event(made, made.cause() == RedemptionCause.AUTOMATIC ? "AUTOMATIC" : "REDEEM", sale.at());
        redemptions.add(made, event);
        List<Voucher> issued = handOut.issue(sale, booked.entry());
        books.tellRedeemed(made);
        return new Redeemed(made, issued, List.of(event), booked.balances());
    }

    /**
     * Takes a redemption back that stands; its member is locked.
     *
     * @throws Refusal REDEMPTION_FULFILLED; VOUCHER_USED, VOUCHER_EXPIRED, VOUCHER_BLOCKED
     */
    Redeemed takeBack(Redemption redemption, String reason) {
        ProgramVersion version =
                programs.version(redemption.program(), redemption.version()).orElseThrow();
        Reward reward = version.document().reward(redemption.reward()).orElseThrow();
        if (!redemption.state().mayBeCancelled() || reward.gives() instanceof RewardKind.Donation) {
            throw new Refusal(RewardRefusal.REDEMPTION_FULFILLED);
        }
        Instant now = clock.now();
        RedemptionBooks.Booked booked = books.giveBack(redemption, version, now);
        if (redemption.stockTaken() > 0) {
            stocks.giveBack(redemption.program(), redemption.reward(), redemption.stockTaken());
        }
        vouchers.cancelAbout(redemption.id(), "REDEMPTION_CANCELLED");
        Redemption after = become(redemption, RedemptionState.CANCELLED, reason);
        books.tellCancelled(after);
        return new Redeemed(
                after, vouchers.about(redemption.id()), redemptions.events(redemption.id()), booked.balances());
    }

    Redemption become(Redemption redemption, RedemptionState state, String reason) {
        Redemption after = redemption.becoming(state);
        redemptions.became(after, event(after, reason, clock.now()));
        return after;
    }

    private RedemptionEvent event(Redemption redemption, String reason, Instant at) {
        Actor actor = currentActor.actor();
        return new RedemptionEvent(
                redemption.seq(), redemption.state(), actor.kind().name(), actor.id(), reason, at);
    }
}
