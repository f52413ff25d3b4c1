package io.steadfast.charities;

import io.steadfast.accrual.Recorded;
import io.steadfast.accrual.Shop;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderDonation;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.accrual.core.Tender;
import io.steadfast.charities.core.Charity;
import io.steadfast.charities.core.CharityProfile;
import io.steadfast.charities.core.CharityStatus;
import io.steadfast.charities.core.CharityTotal;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.LocalText;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A shop whose members give to charity. */
@Dependent
public class Givers {

    static final String START = "2026-01-01T05:00:00Z";
    static final String BOUGHT = "2026-03-10T12:00:00Z";

    /** After the window for returns of what was bought then. */
    static final String CONFIRMED = "2026-04-10T12:00:00Z";

    @Inject
    Shop shop;

    @Inject
    CharityService charities;

    @Inject
    DonationsDue due;

    /** Opens a shop with three charities and a program; its clock stands just after {@link #BOUGHT}. */
    ProgramCode open(ProgramDocument document) {
        shop.open("2026-03-10T13:00:00Z");
        for (String code : List.of("safe-homes", "clean-seas", "young-minds")) {
            shop.call(() -> charities.add(new CharityCode(code), profile(code, CharityStatus.OPEN)));
        }
        return shop.publish(document, START);
    }

    static CharityProfile profile(String name, CharityStatus status) {
        return new CharityProfile(
                LocalText.of(name, name), new LocalText(new TreeMap<>()), Optional.empty(), Optional.empty(), status);
    }

    void close(String code) {
        shop.call(() -> {
            Charity charity = charities.find(new CharityCode(code)).orElseThrow();
            return charities.change(charity.code(), charity.version(), profile(code, CharityStatus.CLOSED));
        });
    }

    Recorded buys(MemberId member, String reference, Optional<OrderDonation> donation, OrderLine... lines) {
        return shop.put(member, order(reference, donation, lines));
    }

    static Order order(String reference, Optional<OrderDonation> donation, OrderLine... lines) {
        return giving(Shop.order(reference, BOUGHT, "USD", lines), donation, List.of());
    }

    static Order giving(Order order, Optional<OrderDonation> donation, List<Tender> tenders) {
        return new Order(
                order.source(),
                order.reference(),
                order.revision(),
                order.member(),
                order.occurredAt(),
                order.store(),
                order.channel(),
                order.currency(),
                OrderStatus.PAID,
                order.fulfilledAt(),
                order.tax(),
                order.lines(),
                order.shipping(),
                tenders,
                donation,
                order.returns());
    }

    static Optional<OrderDonation> to(String charity) {
        return Optional.of(new OrderDonation(charity, Optional.empty(), OrderDonation.Funding.BRAND));
    }

    /** What stands for a charity, over all states and funds. */
    long total(String charity) {
        CharityCode code = new CharityCode(charity);
        return shop.call(() -> charities.totals(List.of(code))).stream()
                .mapToLong(total -> total.amount().amount())
                .sum();
    }

    List<CharityTotal> totals(String charity) {
        CharityCode code = new CharityCode(charity);
        return shop.call(() -> charities.totals(List.of(code)));
    }

    /** What waits for a choice. */
    long waiting() {
        return shop.call(() -> charities.totalsWithWaiting(List.of())).stream()
                .mapToLong(total -> total.amount().amount())
                .sum();
    }

    void jobRuns() {
        shop.call(() -> {
            due.runDue(shop.now());
            return shop;
        });
    }

    static List<String> donations(Receipt receipt) {
        return receipt.programs().stream()
                .flatMap(part -> part.donations().stream())
                .map(made -> made.code() + " " + made.kind().orElse("") + " "
                        + made.amount()
                                .map(money -> money.major().toPlainString())
                                .orElse("") + " "
                        + made.state().orElse(""))
                .toList();
    }

    static List<String> problems(Receipt receipt) {
        return receipt.problems().stream()
                .map(problem -> problem.code() + " " + problem.about())
                .toList();
    }

    /** Every donation is what its entries say, and all accounts together are nought. */
    long offBalance() {
        return shop.number("""
                SELECT (SELECT count(*) FROM donation d
                         LEFT JOIN LATERAL (
                             SELECT coalesce(sum(e.amount) FILTER (WHERE e.to_account = upper(a.account) AND e.to_charity IS NOT DISTINCT FROM d.charity), 0)
                                  - coalesce(sum(e.amount) FILTER (WHERE e.from_account = upper(a.account) AND e.from_charity IS NOT DISTINCT FROM d.charity), 0) AS held
                               FROM (SELECT CASE d.state WHEN 'RECEIPTED' THEN 'SETTLED' ELSE d.state END AS account) a
                               LEFT JOIN donation_entry e ON e.donation_id = d.donation_id) books ON true
                         WHERE d.state <> 'REVERSED' AND books.held <> d.amount)
                """);
    }
}
