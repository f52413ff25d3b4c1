package io.steadfast.charities.core;

import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderDonation;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.Pledge;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What one state of an order does to its donations. What should stand is a function of that state and of what was judged;
 * only the difference to what stands is entered, so repeats and another order of arrival end at the same donations, as
 * long as nothing is settled.
 */
public final class OrderPledges {

    private final Facts facts;
    private final Source source;
    private final Map<DonationKey, Donation> known = new LinkedHashMap<>();
    private final List<Donation> standing = new ArrayList<>();
    private final List<DonationChange> changes = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();

    private OrderPledges(Facts facts, List<Donation> before, Source source) {
        this.facts = facts;
        this.source = source;
        before.forEach(each -> known.put(each.key(), each));
    }

    /**
     * One state of an order.
     *
     * @param present whose lines and amounts are those that were judged
     * @param looked the programs that give to charity and looked at it
     */
    public record Facts(UUID orderId, Order present, List<Looked> looked, Instant now) {

        public Facts {
            looked = List.copyOf(looked);
        }
    }

    /** One program that gives to charity and looked at the order. */
    public record Looked(ProgramVersion version, ProgramJudgement judgement) {

        ProgramDocument document() {
            return version.document();
        }

        boolean asksMembers() {
            return document().giving().pledges().stream()
                    .anyMatch(pledge -> pledge.fundedBy() == Pledge.Funding.MEMBER);
        }
    }

    /** What has to be looked up on the way. */
    public interface Source {

        /** The choices of the order's member in a program, after the order's own. */
        CharityChoice choice(ProgramVersion version, Optional<CharityCode> ofOrder);

        /** The id of a new donation. */
        UUID nextId();
    }

    /**
     * What comes of it.
     *
     * @param standing what stands now, settled donations too
     * @param changes what is to be written
     */
    public record Outcome(List<Donation> standing, List<DonationChange> changes, List<Trouble> troubles) {

        public Outcome {
            standing = List.copyOf(standing);
            changes = List.copyOf(changes);
            troubles = List.copyOf(troubles);
        }
    }

    /** @param before everything that was ever pledged by the order */
    public static Outcome of(Facts facts, List<Donation> before, Source source) {
        OrderPledges pledges = new OrderPledges(facts, before, source);
        if (facts.present().status() != OrderStatus.CANCELLED) {
            pledges.pledge();
        }
        // What the order no longer speaks of goes back: another member, another pledge, or no order any more.
        pledges.known.values().forEach(pledges::withdraw);
        return new Outcome(
                pledges.standing,
                pledges.changes,
                pledges.troubles.stream().distinct().toList());
    }

    private void pledge() {
        Optional<OrderDonation> donation = facts.present().donation();
        Optional<OrderDonation> ofMember = donation.filter(each -> each.funded() == OrderDonation.Funding.MEMBER);
        // Money that came with the order is booked once, whatever the number of programs.
        Optional<ProgramCode> collector = facts.looked().stream()
                .filter(Looked::asksMembers)
                .findFirst()
                .or(() -> facts.looked().stream().findFirst())
                .map(each -> each.version().code());
        List<Wanted> all = new ArrayList<>();
        for (Looked each : facts.looked()) {
            PledgeReckoning reckoning = new PledgeReckoning(each.document(), each.judgement(), facts.present());
            List<Wanted> wanted = reckoning.wanted(ofMember.filter(
                    own -> collector.equals(Optional.of(each.version().code()))));
            wanted.forEach(want -> donate(each, want, reckoning.confirmAt()));
            all.addAll(wanted);
        }
        donation.flatMap(each -> trouble(each, all)).ifPresent(troubles::add);
        ofMember.flatMap(each -> PledgeReckoning.missingInTenders(facts.present(), each))
                .ifPresent(troubles::add);
    }

    private Optional<Trouble> trouble(OrderDonation donation, List<Wanted> wanted) {
        if (facts.looked().isEmpty()) {
            return facts.present()
                    .member()
                    .filter(member -> facts.present().paid())
                    .map(member -> new Trouble(DonationReason.DONATION_NOT_TAKEN, donation.charity()));
        }
        if (donation.funded() == OrderDonation.Funding.MEMBER) {
            return wanted.stream().anyMatch(want -> want.part() == Part.MEMBER)
                    ? Optional.empty()
                    : Optional.of(new Trouble(DonationReason.DONATION_AMOUNT_MISSING, donation.charity()));
        }
        long own = wanted.stream()
                .filter(want -> want.part() == Part.BRAND)
                .mapToLong(Wanted::amount)
                .sum();
        return donation.amount()
                .filter(amount -> own > 0 && amount != own)
                .map(amount -> new Trouble(DonationReason.DONATION_AMOUNT_DIFFERS, Long.toString(amount)));
    }

    private void donate(Looked looked, Wanted want, Optional<Instant> confirmAt) {
        DonationKey key = new DonationKey(
                facts.present().member().orElseThrow(), looked.version().code(), want.pledge(), want.part());
        Optional<Donation> before = Optional.ofNullable(known.remove(key));
        if (before.isEmpty() && want.amount() == 0) {
            return;
        }
        if (before.filter(each -> each.state().isFixed()).isPresent()) {
            stays(before.orElseThrow(), want.amount());
            return;
        }
        Optional<CharityCode> chosen = chosen();
        CharityChoice choice = source.choice(looked.version(), chosen);
        Instant occurredAt = facts.present().occurredAt();
        Donation asked = before.orElseGet(() -> begun(looked, key))
                .asked(looked.version().version(), chosen, confirmAt);
        boolean sameChoice = before.filter(each -> each.chosen().equals(chosen)).isPresent();
        Destination to = sameChoice ? asked.destination() : choice.of(occurredAt);
        DonationChange change = DonationBook.bring(asked, want.amount(), to, facts.now());
        if (!before.equals(Optional.of(change.after()))) {
            changes.add(change);
        }
        if (want.amount() > 0) {
            standing.add(change.after());
            choice.trouble(occurredAt).ifPresent(troubles::add);
        }
    }

    private Optional<CharityCode> chosen() {
        return facts.present()
                .donation()
                .map(OrderDonation::charity)
                .filter(CharityCode::isOne)
                .map(CharityCode::new);
    }

    private Donation begun(Looked looked, DonationKey key) {
        Order present = facts.present();
        return new Donation(
                source.nextId(),
                Donation.Origin.of(new Donation.OrderRef(facts.orderId(), present.source(), present.reference())),
                key,
                looked.version().version(),
                present.currency(),
                0,
                Destination.OPEN,
                Optional.empty(),
                DonationState.REVERSED,
                present.occurredAt(),
                Optional.empty(),
                Optional.empty());
    }

    private void withdraw(Donation gone) {
        if (gone.state().isFixed()) {
            stays(gone, 0);
        } else if (gone.amount() > 0) {
            changes.add(DonationBook.bring(gone, 0, gone.destination(), facts.now()));
        }
    }

    /** The charity has the money: whatever the order says now, nothing changes, and that is said. */
    private void stays(Donation settled, long wanted) {
        standing.add(settled);
        if (wanted != settled.amount()) {
            troubles.add(new Trouble(
                    DonationReason.DONATION_SETTLED,
                    settled.destination().charity().map(CharityCode::value).orElse("")));
        }
    }
}
