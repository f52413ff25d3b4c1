package io.steadfast.tiergifts;

import io.steadfast.accrual.Followed;
import io.steadfast.accrual.OrderFollower;
import io.steadfast.accrual.SettledOrder;
import io.steadfast.accrual.core.Judgement;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.programs.ProgramService;
import io.steadfast.tiergifts.store.TierGiftRepository;
import io.steadfast.vouchers.VoucherService;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Says in the receipt of an order what it brought by reaching a tier, as long as that stands. */
@ApplicationScoped
public class TierGiftsOfOrders implements OrderFollower {

    @Inject
    private TierGiftRepository gifts;

    @Inject
    private VoucherService vouchers;

    @Inject
    private ProgramService programs;

    @Override
    public Place place() {
        return Place.GIFT_OF_TIER;
    }

    @Override
    public Followed follow(SettledOrder settled) {
        if (settled.present().member().isEmpty()
                || !settled.judgement()
                        .map(judgement -> mayGive(judgement, settled.now()))
                        .orElse(false)) {
            return Followed.NOTHING;
        }
        Followed followed = Followed.NOTHING;
        for (TierGiftRepository.Given given :
                gifts.of(settled.orderId(), settled.present().member().get())) {
            List<Receipt.Made> made = vouchers.about(given.cause()).stream()
                    .filter(voucher -> voucher.state() != VoucherState.CANCELLED)
                    .map(TierGiftsOfOrders::made)
                    .toList();
            if (!made.isEmpty()) {
                followed = followed.and(Followed.of(given.program(), Receipt.Beside.vouchers(made)));
            }
        }
        return followed;
    }

    /** A tier is reached by the version in force now, whichever judged the order. */
    private boolean mayGive(Judgement judgement, Instant now) {
        return judgement.programs().stream()
                .filter(each -> each.version() > 0)
                .flatMap(each -> Stream.concat(
                        programs.version(each.program(), each.version()).stream(),
                        programs.inForce(each.program(), now).stream()))
                .anyMatch(TierGifts::has);
    }

    private static Receipt.Made made(Voucher voucher) {
        Receipt.Made issued = Receipt.Made.of(
                        voucher.code().shown(), voucher.state().name().toLowerCase(Locale.ROOT))
                .ofKind(voucher.reward().value());
        return voucher.expiresAt().map(issued::until).orElse(issued);
    }
}
