package io.steadfast.charities;

import io.steadfast.accrual.Followed;
import io.steadfast.accrual.OrderFollower;
import io.steadfast.accrual.SettledOrder;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.charities.core.CharityChoice;
import io.steadfast.charities.core.Donation;
import io.steadfast.charities.core.OrderPledges;
import io.steadfast.charities.core.PledgeReckoning;
import io.steadfast.charities.store.DonationRepository;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps what an order pledges in line with the order. */
@ApplicationScoped
public class PledgeFollower implements OrderFollower {

    /** How a receipt names the charity of a donation for which nobody chose one; no charity may be called so. */
    public static final String UNASSIGNED = "unassigned";

    @Inject
    DonationDesk desk;

    @Inject
    DonationRepository donations;

    @Inject
    DonationEvents events;

    @Override
    public Followed follow(SettledOrder settled) {
        List<OrderPledges.Looked> looked = looked(settled);
        if (looked.isEmpty() && settled.present().donation().isEmpty() && neverGave(settled)) {
            return Followed.NOTHING;
        }
        List<Donation> before = settled.before().isPresent() ? donations.ofOrder(settled.orderId()) : List.of();
        OrderPledges.Outcome outcome = OrderPledges.of(
                new OrderPledges.Facts(settled.orderId(), settled.present(), looked, settled.now()),
                before,
                new Lookups(settled.present().member()));
        donations.write(
                outcome.changes(),
                new DonationRepository.Occasion(Optional.of(settled.receiptId()), Optional.empty(), settled.now()));
        events.pledged(settled, outcome.changes());
        return told(settled, outcome);
    }

    /** What is looked up for the member an order belongs to. */
    private final class Lookups implements OrderPledges.Source {

        private final Optional<MemberId> member;

        Lookups(Optional<MemberId> member) {
            this.member = member;
        }

        @Override
        public CharityChoice choice(ProgramVersion version, Optional<CharityCode> ofOrder) {
            return desk.choice(member.orElseThrow(), version, ofOrder);
        }

        @Override
        public UUID nextId() {
            return Ids.next();
        }
    }

    /** Whether nothing can stand of an order that pledges nothing now: no question is asked of the database then. */
    private boolean neverGave(SettledOrder settled) {
        if (settled.before().isEmpty()) {
            return true;
        }
        return !settled.changedHands()
                && settled.judgement()
                        .filter(judgement -> judgement.programs().stream()
                                .filter(each -> each.version() > 0)
                                .map(each -> desk.version(each.program(), each.version()))
                                .noneMatch(
                                        version -> version.document().giving().gives()))
                        .isPresent();
    }

    private List<OrderPledges.Looked> looked(SettledOrder settled) {
        List<OrderPledges.Looked> looked = new ArrayList<>();
        settled.judgement()
                .ifPresent(judgement -> judgement.programs().stream()
                        .filter(PledgeReckoning::looked)
                        .forEach(each -> {
                            ProgramVersion version = desk.version(each.program(), each.version());
                            if (version.document().giving().gives()) {
                                looked.add(new OrderPledges.Looked(version, each));
                            }
                        }));
        return looked;
    }

    private static Followed told(SettledOrder settled, OrderPledges.Outcome outcome) {
        Map<ProgramCode, List<Receipt.Made>> made = new LinkedHashMap<>();
        outcome.standing().stream()
                .map(each -> each.at(settled.now()))
                .forEach(each -> made.computeIfAbsent(each.key().program(), code -> new ArrayList<>())
                        .add(made(each)));
        Map<ProgramCode, Receipt.Beside> beside = new LinkedHashMap<>();
        made.forEach((program, list) -> beside.put(program, Receipt.Beside.donations(list)));
        List<Receipt.Problem> problems = outcome.troubles().stream()
                .map(trouble -> new Receipt.Problem(trouble.reason().name(), trouble.about()))
                .toList();
        return new Followed(beside, problems);
    }

    private static Receipt.Made made(Donation donation) {
        String charity =
                donation.destination().charity().map(CharityCode::value).orElse(UNASSIGNED);
        return Receipt.Made.of(charity, donation.state().name().toLowerCase(Locale.ROOT))
                .ofKind(donation.key().part().name().toLowerCase(Locale.ROOT))
                .worth(new Money(donation.amount(), donation.currency()));
    }
}
