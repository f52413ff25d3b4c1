package io.steadfast.charities.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.CharityRegister;
import io.steadfast.programs.core.Giving;
import io.steadfast.programs.core.ProgramVersion;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CharityChoiceTest {

    private static final Instant BEFORE = Gifts.BOUGHT.minusSeconds(1);
    private static final Instant DEFAULT_AT = Instant.parse("2026-03-24T12:00:00Z");

    @Test
    void the_orders_own_choice_counts_before_the_members() {
        assertThat(choice(Optional.of(Gifts.SEAS), chosen(Gifts.MINDS, BEFORE)).of(Gifts.BOUGHT))
                .isEqualTo(Destination.of(Gifts.SEAS));
    }

    @Test
    void the_members_choice_when_the_order_occurred_counts_and_a_later_one_doesnt() {
        CharityChoice choice =
                choice(Optional.empty(), chosen(Gifts.SEAS, Gifts.BOUGHT.plusSeconds(5)), chosen(Gifts.MINDS, BEFORE));
        assertThat(choice.of(Gifts.BOUGHT)).isEqualTo(Destination.of(Gifts.MINDS));
    }

    @Test
    void without_a_choice_it_waits_fourteen_days_for_the_first_one_and_then_goes_to_the_default() {
        Destination waiting = choice(Optional.empty()).of(Gifts.BOUGHT);
        assertThat(waiting).isEqualTo(Destination.waiting(Gifts.HOMES, DEFAULT_AT));
        assertThat(waiting.at(DEFAULT_AT.minusSeconds(1)).charity()).isEmpty();
        assertThat(waiting.at(DEFAULT_AT)).isEqualTo(Destination.of(Gifts.HOMES));
        assertThat(choice(Optional.empty(), chosen(Gifts.SEAS, DEFAULT_AT.minusSeconds(1)))
                        .of(Gifts.BOUGHT))
                .isEqualTo(Destination.of(Gifts.SEAS));
        assertThat(choice(Optional.empty(), chosen(Gifts.SEAS, DEFAULT_AT)).of(Gifts.BOUGHT))
                .isEqualTo(waiting);
    }

    @Test
    void a_closed_charity_asks_for_a_new_choice() {
        CharityRegister register = new CharityRegister(Set.of(Gifts.HOMES, Gifts.MINDS), Set.of(Gifts.SEAS));
        CharityChoice own = choice(register, Optional.of(Gifts.SEAS));
        assertThat(own.of(Gifts.BOUGHT).charity()).isEmpty();
        assertThat(own.trouble(Gifts.BOUGHT)).contains(new Trouble(DonationReason.CHARITY_CLOSED, Gifts.SEAS.value()));
        CharityChoice standing = choice(register, Optional.empty(), chosen(Gifts.SEAS, BEFORE));
        assertThat(standing.of(Gifts.BOUGHT).charity()).isEmpty();
        assertThat(standing.trouble(Gifts.BOUGHT).map(Trouble::reason)).contains(DonationReason.CHARITY_CLOSED);
        CharityChoice chosenAgain = choice(
                register,
                Optional.empty(),
                chosen(Gifts.SEAS, BEFORE),
                chosen(Gifts.MINDS, Gifts.BOUGHT.plusSeconds(60)));
        assertThat(chosenAgain.of(Gifts.BOUGHT)).isEqualTo(Destination.of(Gifts.MINDS));
    }

    @Test
    void an_unknown_charity_and_one_that_isnt_offered_are_told_apart() {
        ProgramVersion listed = Gifts.program("\"choice\":\"any_open\"", "\"choice\":\"listed\"");
        CharityCode other = new CharityCode("other");
        CharityRegister register = new CharityRegister(Set.of(Gifts.HOMES, other), Set.of());
        Giving giving = listed.document().giving();
        ZoneId zone = listed.document().basics().zone();
        assertThat(new CharityChoice(giving, zone, Optional.of(other), List.of(), register)
                        .trouble(Gifts.BOUGHT)
                        .map(Trouble::reason))
                .contains(DonationReason.CHARITY_NOT_OFFERED);
        assertThat(new CharityChoice(giving, zone, Optional.of(new CharityCode("none")), List.of(), register)
                        .trouble(Gifts.BOUGHT)
                        .map(Trouble::reason))
                .contains(DonationReason.CHARITY_UNKNOWN);
        assertThat(choice(register, Optional.of(other)).of(Gifts.BOUGHT)).isEqualTo(Destination.of(other));
    }

    @Test
    void where_the_default_is_closed_it_waits_for_a_choice() {
        CharityRegister register = new CharityRegister(Set.of(Gifts.SEAS), Set.of(Gifts.HOMES));
        assertThat(choice(register, Optional.empty()).of(Gifts.BOUGHT)).isEqualTo(Destination.OPEN);
    }

    private static StandingChoice chosen(CharityCode charity, Instant at) {
        return new StandingChoice(charity, at);
    }

    private static CharityChoice choice(Optional<CharityCode> ofOrder, StandingChoice... standing) {
        return choice(Gifts.ALL_OPEN, ofOrder, standing);
    }

    private static CharityChoice choice(
            CharityRegister register, Optional<CharityCode> ofOrder, StandingChoice... standing) {
        ProgramVersion version = Gifts.program();
        return new CharityChoice(
                version.document().giving(), version.document().basics().zone(), ofOrder, List.of(standing), register);
    }
}
