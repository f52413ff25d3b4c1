package io.steadfast.charities;

import io.steadfast.charities.core.Charity;
import io.steadfast.charities.core.CharityChoice;
import io.steadfast.charities.core.Destination;
import io.steadfast.charities.core.Donation;
import io.steadfast.charities.core.DonationBook;
import io.steadfast.charities.core.DonationChange;
import io.steadfast.charities.store.CharityRepository;
import io.steadfast.charities.store.DonationRepository;
import io.steadfast.programs.core.CharityCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Books what time and closed charities do to donations; reads are right without it. */
@Dependent
class DueDonations {

    @Inject
    DonationRepository donations;

    @Inject
    CharityRepository charities;

    @Inject
    DonationDesk desk;

    /** Confirms and gives to default charities what is due; false when nothing more was. */
    boolean book(Instant upTo, int most) {
        List<Donation> due = donations.due(upTo, most);
        List<DonationChange> changes = new ArrayList<>();
        for (Donation each : due) {
            changes.addAll(DonationBook.due(each, upTo));
        }
        donations.write(changes, DonationRepository.Occasion.at(upTo));
        return !due.isEmpty();
    }

    /** Takes from closed charities what they weren't paid yet; false when nothing more was left with them. */
    boolean takeFromClosed(Instant now, int most) {
        List<Donation> left = donations.leftBehind(most);
        Map<CharityCode, Instant> closedAt = new HashMap<>();
        List<DonationChange> changes = new ArrayList<>();
        for (Donation each : left) {
            CharityChoice choice = desk.choice(each);
            Instant from = each.destination()
                    .charity()
                    .map(code -> closedAt.computeIfAbsent(code, this::closedAt))
                    .orElse(each.occurredAt());
            Destination to = choice.of(from);
            changes.add(DonationBook.assign(each, to, now));
        }
        donations.write(changes, DonationRepository.Occasion.at(now));
        return !left.isEmpty();
    }

    private Instant closedAt(CharityCode code) {
        return charities.find(code).flatMap(Charity::closedAt).orElseThrow();
    }
}
