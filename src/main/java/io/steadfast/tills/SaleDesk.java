package io.steadfast.tills;

import io.steadfast.accrual.AccrualService;
import io.steadfast.accrual.NamedMember;
import io.steadfast.accrual.Recorded;
import io.steadfast.accrual.ReportedOrder;
import io.steadfast.accrual.core.KnownOrder;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderReturn;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.accrual.core.WrittenSale;
import io.steadfast.ledger.WalletChoice;
import io.steadfast.ledger.core.WalletTerms;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.settings.Setting;
import io.steadfast.platform.settings.TenantSettings;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import io.steadfast.tills.core.CounterWork;
import io.steadfast.tills.core.Place;
import io.steadfast.tills.core.SaleSheet;
import io.steadfast.tills.core.TillRefusal;
import io.steadfast.tills.core.WorkKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sales and returns as orders of their till. */
@Dependent
class SaleDesk {

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/#-]{0,63}");

    /** In minor units; more is a slip of the finger. */
    private static final long MOST = 1_000_000_000L;

    /** A receipt that nobody claimed is an old one after this: somebody found it. */
    private static final Duration CLAIMABLE = Duration.ofDays(30);

    @Inject
    AccrualService accrual;

    @Inject
    WalletChoice wallets;

    @Inject
    TenantSettings settings;

    @Inject
    TenantClock clock;

    @Inject
    CurrentActor currentActor;

    /** Whether staff record the sales of this place, or its tills report them. */
    boolean isByStaff(Place place) {
        return place.store()
                .map(store -> settings.value(Setting.SALES, store))
                .orElseGet(() -> settings.value(Setting.SALES))
                .equals("staff");
    }

    /**
     * Books a sale for the member: a new order, a cancelled one again, or the till's own that nobody had claimed. A receipt is
     * claimed by who holds it: its number, its amount and its store have to be the till's.
     */
    Serving.Note sell(MemberId member, SaleSheet.Slip slip) {
        if (!isByStaff(slip.place())) {
            throw new Refusal(TillRefusal.SALES_BY_TILLS);
        }
        refuseUnlikely(slip);
        Optional<KnownOrder> known = accrual.find(slip.place().source(), slip.number());
        Optional<Order> standing = known.map(each -> each.known().order());
        boolean claimable = standing.isPresent() && standing.get().member().isEmpty();
        standing.ifPresent(order -> refuseTaken(order, member));
        standing.filter(order -> claimable).ifPresent(order -> refuseUnlike(order, slip));
        Order order = claimable
                ? standing.get()
                : SaleSheet.written(slip, standing.map(Order::occurredAt).orElseGet(clock::now));
        Recorded recorded = accrual.record(new ReportedOrder(order, named(member)));
        long points = points(member, recorded.receipt())
                - known.map(each -> points(member, each.receipt())).orElse(0L);
        return new Serving.Note(
                claimable ? WorkKind.CLAIM : WorkKind.SALE,
                member,
                Optional.of(new CounterWork.Receipt(order.source(), order.reference())),
                Optional.empty(),
                new CounterWork.Figures(
                        points,
                        order.linesAmount(),
                        Optional.of(order.currency().getCurrencyCode())));
    }

    private void refuseUnlikely(SaleSheet.Slip slip) {
        if (!NUMBER.matcher(slip.number()).matches()) {
            throw new Refusal(TillRefusal.RECEIPT_NOT_VALID);
        }
        if (slip.amount() <= 0 || slip.amount() > MOST) {
            throw new Refusal(TillRefusal.AMOUNT_NOT_VALID);
        }
        long most = settings.number(Setting.SALE_STAFF);
        if (slip.amount() > most && !currentActor.actor().may(Permission.POINTS_ADJUST)) {
            throw new Refusal(
                    TillRefusal.SALE_ABOVE_LIMIT,
                    Map.of("most", BigDecimal.valueOf(most, slip.currency().getDefaultFractionDigits())));
        }
    }

    private void refuseUnlike(Order order, SaleSheet.Slip slip) {
        boolean elsewhere = order.store().isPresent()
                && slip.place().store().isPresent()
                && !order.store().get().code().equals(slip.place().store().get());
        boolean old = order.occurredAt().isBefore(clock.now().minus(CLAIMABLE));
        boolean other =
                order.linesAmount() != slip.amount() || !order.currency().equals(slip.currency());
        if (elsewhere || old || other) {
            throw new Refusal(TillRefusal.SALE_NOT_ALIKE, Map.of("days", CLAIMABLE.toDays()));
        }
    }

    private static void refuseTaken(Order order, MemberId member) {
        boolean undone = order.status() == OrderStatus.CANCELLED && WrittenSale.isOne(order);
        if (undone || order.member().isEmpty()) {
            return;
        }
        throw new Refusal(order.member().get().equals(member) ? TillRefusal.SALE_KNOWN : TillRefusal.SALE_OF_ANOTHER);
    }

    /**
     * Takes goods back.
     *
     * @param amount in minor units; empty means everything that hasn't come back yet
     */
    Serving.Note takeBack(MemberId member, CounterWork.Receipt about, Optional<Long> amount) {
        KnownOrder known = accrual.find(about.source(), about.reference())
                .orElseThrow(() -> new Refusal(TillRefusal.SALE_UNKNOWN));
        Order order = known.known().order();
        if (!order.member().equals(Optional.of(member))) {
            throw new Refusal(order.member().isPresent() ? TillRefusal.SALE_OF_ANOTHER : TillRefusal.SALE_UNKNOWN);
        }
        if (!order.paid()) {
            throw new Refusal(TillRefusal.SALE_UNKNOWN);
        }
        String returnId = "store-" + Ids.next();
        Instant now = clock.now();
        OrderReturn returned = amount.map(money -> SaleSheet.money(returnId, now, checked(order, money)))
                .or(() -> SaleSheet.rest(order, returnId, now))
                .orElseThrow(() -> new Refusal(TillRefusal.ALL_CAME_BACK));
        Recorded recorded = accrual.addReturn(order.source(), order.reference(), returned);
        return new Serving.Note(
                WorkKind.RETURN,
                member,
                Optional.of(about),
                Optional.of(returnId),
                new CounterWork.Figures(
                        points(member, recorded.receipt()) - points(member, known.receipt()),
                        amount.orElse(order.linesAmount() - SaleSheet.moneyBack(order)),
                        Optional.of(order.currency().getCurrencyCode())));
    }

    private static long checked(Order order, long amount) {
        if (amount <= 0) {
            throw new Refusal(TillRefusal.AMOUNT_NOT_VALID);
        }
        if (amount > order.linesAmount() - SaleSheet.moneyBack(order)) {
            throw new Refusal(TillRefusal.MORE_THAN_SOLD);
        }
        return amount;
    }

    /** Takes a sale back. Refuses SALE_CONFIRMED where the till has reported it since, or given it to somebody else. */
    void undoSale(CounterWork work) {
        Order order = standing(work);
        if (!WrittenSale.isOne(order)) {
            throw new Refusal(TillRefusal.SALE_CONFIRMED);
        }
        accrual.record(new ReportedOrder(SaleSheet.cancelled(order), named(work.member())));
    }

    /** Gives a claimed sale back to nobody. */
    void undoClaim(CounterWork work) {
        accrual.record(new ReportedOrder(standing(work).of(Optional.empty()), Optional.empty()));
    }

    void undoReturn(CounterWork work) {
        Order order = standing(work);
        OrderReturn returned = order.returns().stream()
                .filter(each -> each.returnId().equals(work.detail().orElse("")))
                .findFirst()
                .orElseThrow(() -> new Refusal(TillRefusal.WORK_UNKNOWN));
        accrual.addReturn(order.source(), order.reference(), returned.withdrawn());
    }

    private Order standing(CounterWork work) {
        Order order = work.about()
                .flatMap(about -> accrual.find(about.source(), about.reference()))
                .map(known -> known.known().order())
                .orElseThrow(() -> new Refusal(TillRefusal.SALE_UNKNOWN));
        if (!order.member().equals(Optional.of(work.member()))) {
            throw new Refusal(TillRefusal.SALE_CONFIRMED);
        }
        return order;
    }

    private static Optional<NamedMember> named(MemberId member) {
        return Optional.of(new NamedMember(NamedMember.By.ID, member.toString()));
    }

    /** Reward points that a receipt gives in all, less what it took back. */
    private long points(MemberId member, Receipt receipt) {
        Set<WalletCode> spendable = wallets.walletsOf(member).stream()
                .filter(terms -> terms.use() == WalletTerms.Use.REWARD)
                .map(WalletTerms::wallet)
                .collect(Collectors.toSet());
        long sum = 0;
        for (Receipt.Part part : receipt.programs()) {
            for (Receipt.Granted granted : part.granted()) {
                sum += spendable.contains(granted.wallet()) ? granted.points() : 0;
            }
            for (Receipt.Taken taken : part.taken()) {
                sum -= spendable.contains(taken.wallet()) ? taken.points() : 0;
            }
        }
        return sum;
    }
}
