package io.steadfast.charities;

import io.steadfast.accrual.SettledOrder;
import io.steadfast.charities.core.Donation;
import io.steadfast.charities.core.DonationChange;
import io.steadfast.charities.core.DonationState;
import io.steadfast.charities.core.Part;
import io.steadfast.charities.core.Settlement;
import io.steadfast.platform.outbox.Outbox;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tells outside what was promised, given and paid. */
@Dependent
class DonationEvents {

    @Inject
    Outbox outbox;

    /** One donation as it stands now; of 0 once it is taken back. */
    record Given(
            UUID donationId, RuleCode pledge, Part part, Optional<String> charity, Money amount, DonationState state) {

        static Given of(Donation donation) {
            return new Given(
                    donation.id(),
                    donation.key().pledge(),
                    donation.key().part(),
                    donation.destination().charity().map(CharityCode::value),
                    new Money(donation.amount(), donation.currency()),
                    donation.state());
        }
    }

    /** What {@code donation.pledged} carries. */
    record Pledged(
            ProgramCode program,
            int version,
            Optional<UUID> receiptId,
            Optional<String> source,
            Optional<String> reference,
            List<Given> donations) {}

    /** What {@code donation.settled} carries. */
    record Settled(UUID settlementId, long number, String charity, List<Money> amounts, long donations) {}

    private record Topic(MemberId member, ProgramCode program, int version) {}

    /** What an order's state changed, for each member and program concerned. */
    void pledged(SettledOrder settled, List<DonationChange> changes) {
        tell(
                changes,
                Optional.of(settled.receiptId()),
                Optional.of(
                        new Source(settled.present().source(), settled.present().reference())));
    }

    /** Points that were given. */
    void given(List<DonationChange> changes) {
        tell(changes, Optional.empty(), Optional.empty());
    }

    private record Source(String source, String reference) {}

    private void tell(List<DonationChange> changes, Optional<UUID> receiptId, Optional<Source> source) {
        Map<Topic, List<Given>> topics = new LinkedHashMap<>();
        changes.stream()
                .filter(change -> !change.moves().isEmpty())
                .map(DonationChange::after)
                .forEach(after -> topics.computeIfAbsent(
                                new Topic(after.key().member(), after.key().program(), after.version()),
                                topic -> new ArrayList<>())
                        .add(Given.of(after)));
        topics.forEach((topic, given) -> outbox.publish(
                "donation.pledged",
                Optional.of(topic.member()),
                new Pledged(
                        topic.program(),
                        topic.version(),
                        receiptId,
                        source.map(Source::source),
                        source.map(Source::reference),
                        given)));
    }

    /** A batch was paid. */
    void settled(Settlement settlement) {
        outbox.publish(
                "donation.settled",
                Optional.empty(),
                new Settled(
                        settlement.id(),
                        settlement.number(),
                        settlement.charity().value(),
                        settlement.paid(),
                        settlement.donations()));
    }
}
