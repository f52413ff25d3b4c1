package io.steadfast.accrual.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LotTransitionTest {

    private static final Instant EARNED = Instant.parse("2026-03-14T15:00:00Z");
    private static final Instant AFTER_A_YEAR = Instant.parse("2027-03-15T04:00:00Z");
    private static final Instant AFTER_TWO = Instant.parse("2028-03-15T04:00:00Z");
    private static final String MONTHS = "\"amount\":12,\"unit\":\"months\"";

    @Test
    void a_longer_expiry_moves_the_date_later() {
        assertThat(outcome(months(24), AFTER_A_YEAR))
                .isEqualTo(new LotTransition.Outcome(LotTransition.Outcome.Kind.LATER, Optional.of(AFTER_TWO)));
    }

    @Test
    void a_shorter_or_equal_expiry_moves_nothing() {
        assertThat(outcome(months(6), AFTER_A_YEAR).kind()).isEqualTo(LotTransition.Outcome.Kind.STAYS);
        assertThat(outcome(months(12), AFTER_A_YEAR).kind()).isEqualTo(LotTransition.Outcome.Kind.STAYS);
    }

    @Test
    void a_date_that_was_extended_beyond_the_new_rule_stays() {
        assertThat(outcome(months(24), AFTER_TWO.plusSeconds(1)).kind()).isEqualTo(LotTransition.Outcome.Kind.STAYS);
    }

    @Test
    void points_that_never_lapse_any_more_lose_their_date() {
        ProgramDocument never = ProgramDocumentCodec.read(ProgramDocumentCodec.write(months(12))
                .replaceAll("\"expiry\":\\[\\{\"kind\":\"after_duration\"[^]]*]", "\"expiry\":[{\"kind\":\"never\"}]"));
        assertThat(outcome(never, AFTER_A_YEAR).kind()).isEqualTo(LotTransition.Outcome.Kind.NEVER);
    }

    @Test
    void a_lot_that_waits_for_its_activation_has_no_date_to_move() {
        LotTransition.Lot waiting = new LotTransition.Lot(wallet(), Optional.empty(), EARNED, Optional.empty(), EARNED);
        assertThat(LotTransition.of(months(24), Map.of(), waiting).kind()).isEqualTo(LotTransition.Outcome.Kind.STAYS);
    }

    @Test
    void no_rule_ever_brings_a_date_forward() {
        for (long seed = 1; seed <= 1_000; seed++) {
            Random random = new Random(seed);
            Instant standing = EARNED.plus(Duration.ofHours(random.nextInt(30_000)));
            ProgramDocument document = months(1 + random.nextInt(60));
            LotTransition.Outcome outcome = outcome(document, standing);
            assertThat(outcome.expiresAt().orElse(standing)).as("seed %d", seed).isAfterOrEqualTo(standing);
            assertThat(LotTransition.of(
                                    document, Map.of(), lot(outcome.expiresAt().orElse(standing)))
                            .kind())
                    .as("seed %d, a second time", seed)
                    .isEqualTo(LotTransition.Outcome.Kind.STAYS);
        }
    }

    @Test
    void a_deadline_moves_later_with_the_rule_and_never_earlier() {
        ProgramDocument year = ProgramTemplates.find("P2").orElseThrow();
        WalletCode wallet = year.wallets().get(0).code();
        Optional<Instant> stands = Optional.of(AFTER_TWO);
        LotTransition.Account account =
                new LotTransition.Account(wallet, stands, EARNED, Optional.empty(), Optional.empty());
        assertThat(LotTransition.deadline(year, Map.of(), account)).isEqualTo(stands);
        LotTransition.Account sooner = new LotTransition.Account(
                wallet, Optional.of(EARNED.plusSeconds(9)), EARNED, Optional.empty(), Optional.empty());
        assertThat(LotTransition.deadline(year, Map.of(), sooner)).contains(Instant.parse("2027-03-15T07:00:00Z"));
        assertThat(LotTransition.deadline(
                        months(12),
                        Map.of(),
                        new LotTransition.Account(wallet(), stands, EARNED, Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    @Test
    void an_account_without_deadline_gets_none_before_the_last_date_of_its_lots() {
        ProgramDocument year = ProgramTemplates.find("P2").orElseThrow();
        WalletCode wallet = year.wallets().get(0).code();
        assertThat(LotTransition.deadline(
                        year,
                        Map.of(),
                        new LotTransition.Account(
                                wallet, Optional.empty(), EARNED, Optional.of(AFTER_TWO), Optional.empty())))
                .contains(AFTER_TWO);
        assertThat(LotTransition.deadline(
                        year,
                        Map.of(),
                        new LotTransition.Account(
                                wallet, Optional.empty(), EARNED, Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    private static LotTransition.Outcome outcome(ProgramDocument document, Instant standing) {
        return LotTransition.of(document, Map.of(), lot(standing));
    }

    private static LotTransition.Lot lot(Instant expiresAt) {
        return new LotTransition.Lot(
                wallet(), Optional.of(new RuleCode("gone")), EARNED, Optional.of(EARNED), expiresAt);
    }

    private static WalletCode wallet() {
        return months(12).wallets().get(0).code();
    }

    private static ProgramDocument months(int amount) {
        String text = ProgramDocumentCodec.write(ProgramTemplates.find("CDNOW").orElseThrow());
        assertThat(text).contains(MONTHS);
        return ProgramDocumentCodec.read(text.replace(MONTHS, "\"amount\":" + amount + ",\"unit\":\"months\""));
    }
}
