package io.steadfast.charities;

import io.steadfast.charities.core.CharityRefusal;
import io.steadfast.charities.core.Destination;
import io.steadfast.charities.core.Donation;
import io.steadfast.charities.core.DonationBook;
import io.steadfast.charities.core.DonationChange;
import io.steadfast.charities.core.DonationKey;
import io.steadfast.charities.core.DonationState;
import io.steadfast.charities.core.Part;
import io.steadfast.charities.store.CharityRepository;
import io.steadfast.charities.store.DonationRepository;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.CharityRegister;
import io.steadfast.rewards.DonationTaker;
import io.steadfast.shared.RuleCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes the donation of a reward that was paid with points; confirmed at once, as all that is given as points. */
@ApplicationScoped
public class RewardDonations implements DonationTaker {

    private static final RuleCode REWARD = new RuleCode("reward");

    @Inject
    DonationDesk desk;

    @Inject
    CharityRepository charities;

    @Inject
    DonationRepository donations;

    @Inject
    DonationEvents events;

    @Inject
    TenantClock clock;

    @Override
    public void take(BoughtDonation bought) {
        Instant now = clock.now();
        Optional<CharityCode> chosen = bought.charity().map(this::open);
        Destination to = chosen.map(Destination::of)
                .orElseGet(() -> desk.choice(bought.member(), bought.version(), Optional.empty())
                        .of(now));
        Donation begun = new Donation(
                Ids.next(),
                Donation.Origin.points(0, bought.entry()),
                new DonationKey(bought.member(), bought.version().code(), REWARD, Part.MEMBER),
                bought.version().version(),
                bought.amount().currency(),
                0,
                Destination.OPEN,
                chosen,
                DonationState.REVERSED,
                now,
                Optional.of(now),
                Optional.empty());
        List<DonationChange> changes =
                List.of(DonationBook.bring(begun, bought.amount().amount(), to, now));
        donations.write(changes, DonationRepository.Occasion.at(now));
        events.given(changes);
    }

    /** A reward may go to any open charity of the register, whatever the program's own giving offers. */
    private CharityCode open(String text) {
        Optional<CharityCode> code =
                Optional.of(text).filter(CharityCode::isOne).map(CharityCode::new);
        CharityRegister register = charities.register(code.map(Set::of).orElse(Set.of()));
        if (code.filter(register.closed()::contains).isPresent()) {
            throw new Refusal(CharityRefusal.CHARITY_CLOSED, Map.of("charity", text));
        }
        return code.filter(register.open()::contains)
                .orElseThrow(() -> new Refusal(CharityRefusal.CHARITY_NOT_OFFERED, Map.of("charity", text)));
    }
}
