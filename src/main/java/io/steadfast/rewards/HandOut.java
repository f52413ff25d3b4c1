package io.steadfast.rewards;

import io.steadfast.programs.core.ExpiryCalculator;
import io.steadfast.programs.core.RewardKind;
import io.steadfast.shared.Money;
import io.steadfast.vouchers.VoucherIssue;
import io.steadfast.vouchers.VoucherService;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherKind;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Gives the member what was bought, as far as that isn't points. */
@Dependent
class HandOut {

    @Inject
    private VoucherService vouchers;

    @Inject
    @Any
    private Instance<DonationTaker> donations;

    /** Vouchers, one for each; a donation goes to whoever takes it. */
    List<Voucher> issue(Sale sale, UUID entry) {
        if (sale.reward().gives() instanceof RewardKind.Donation donation) {
            Money amount = new Money(
                    Math.multiplyExact(donation.amount(), sale.quantity()),
                    sale.version().document().basics().currency());
            donations
                    .get()
                    .take(new DonationTaker.BoughtDonation(
                            sale.wish().member(),
                            sale.version(),
                            sale.id(),
                            amount,
                            donation.charity().or(() -> sale.wish().charity()),
                            entry));
        }
        if (VoucherKind.of(sale.reward().gives()).isEmpty()) {
            return List.of();
        }
        List<Voucher> issued = new ArrayList<>();
        for (int each = 0; each < sale.quantity(); each++) {
            issued.add(vouchers.issue(new VoucherIssue(
                    sale.wish().member(),
                    sale.version(),
                    sale.reward(),
                    Optional.empty(),
                    sale.why().code(),
                    Optional.of(sale.id()))));
        }
        return issued;
    }

    /** The end of a right that was bought: of the last day on the program's calendar. */
    Optional<Instant> validUntil(Sale sale) {
        if (!(sale.reward().gives() instanceof RewardKind.EarlyAccess)) {
            return Optional.empty();
        }
        ZoneId zone = sale.version().document().basics().zone();
        LocalDate today = sale.at().atZone(zone).toLocalDate();
        return sale.reward()
                .validFor()
                .map(term -> today.plus(term.amount(), term.unit().chronoUnit()))
                .map(last -> ExpiryCalculator.endOf(last, zone));
    }
}
