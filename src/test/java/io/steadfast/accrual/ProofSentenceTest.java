package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.core.AccrualDecision;
import io.steadfast.accrual.core.AccrualEvaluator;
import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.TierCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProofSentenceTest {

    private static final Instant NOON = Instant.parse("2026-03-10T20:00:00Z");
    private static final MemberId MIA = new MemberId(UUID.fromString("01930000-0000-7000-8000-000000000001"));
    private static final ProgramDocument P2 = ProgramTemplates.find("P2").orElseThrow();

    @Test
    void a_member_reads_why_in_one_english_sentence() {
        assertThat(new ProofSentence(P2, Locale.ENGLISH).granted(grant(7050)))
                .isEqualTo("You earned 88 Points for \"Points for buying\": USD 70.50 at 1 per USD 1.00, "
                        + "times 1.25 (tier VIB), makes 88.125, rounded down to 88.");
    }

    @Test
    void a_member_reads_why_in_one_chinese_sentence() {
        assertThat(new ProofSentence(P2, Locale.SIMPLIFIED_CHINESE).granted(grant(7050)))
                .isEqualTo("您因“购物积分”获得 88 积分：USD 70.50，每 USD 1.00 得 1，乘以 1.25（等级 VIB），得 88.125，向下取整为 88。");
    }

    @Test
    void a_value_that_is_whole_isnt_called_rounded() {
        assertThat(new ProofSentence(P2, Locale.ENGLISH).granted(grant(40000)))
                .isEqualTo("You earned 500 Points for \"Points for buying\": USD 400.00 at 1 per USD 1.00, "
                        + "times 1.25 (tier VIB).");
    }

    @Test
    void of_credit_the_exact_value_is_money_as_the_rounded_one_is() {
        ProgramDocument cashback = ProgramTemplates.find("P11").orElseThrow();
        Grant grant = decision(cashback, NOON, 1999).grants().get(0);
        assertThat(new ProofSentence(cashback, Locale.ENGLISH).granted(grant))
                .isEqualTo(
                        "You earned 0.99 Credit for \"Cashback\": 5 % of USD 19.99, makes 0.9995, rounded down to 0.99.");
        assertThat(String.join("\n", new ProofLines(cashback, Locale.ENGLISH).granted(grant)))
                .contains("0.9995")
                .doesNotContain("99.95");
    }

    @Test
    void a_skipped_rule_says_its_reason_in_both_languages() {
        AccrualDecision decision = decision(NOON.plusSeconds(1), 1000);
        assertThat(new ProofSentence(P2, Locale.ENGLISH)
                        .skipped(decision.skipped().get(0)))
                .isEqualTo("\"Points for buying\" gave nothing: you weren't a member of the program yet.");
        assertThat(new ProofSentence(P2, Locale.SIMPLIFIED_CHINESE)
                        .skipped(decision.skipped().get(0)))
                .isEqualTo("“购物积分”未给予积分：您当时尚未加入该计划。");
    }

    @Test
    void a_return_says_what_was_taken_back() {
        assertThat(new ProofSentence(P2, Locale.ENGLISH).taken(grant(7050), 40))
                .isEqualTo("40 Points of \"Points for buying\" were taken back with your return.");
    }

    @Test
    void staff_see_every_step() {
        assertThat(new ProofLines(P2, Locale.ENGLISH).granted(grant(7050)))
                .containsExactly(
                        "Rule purchase, \"Points for buying\"",
                        "Item L1: USD 70.50 counts, 88 Points",
                        "Multiplier tier VIB: 1.25",
                        "Exact value: 88.125",
                        "Rounded (rounded down once per order): 88",
                        "Granted: 88 Points",
                        "Of it by multipliers and bonus rules: 18",
                        "Usable from 2026-03-10 13:00:00 America/Los_Angeles",
                        "No date of its own");
        assertThat(new ProofLines(P2, Locale.SIMPLIFIED_CHINESE).granted(grant(7050)))
                .hasSize(9)
                .contains("精确值：88.125");
    }

    private static Grant grant(long amount) {
        return decision(NOON, amount).grants().get(0);
    }

    private static AccrualDecision decision(Instant enrolledAt, long amount) {
        return decision(P2, enrolledAt, amount);
    }

    private static AccrualDecision decision(ProgramDocument document, Instant enrolledAt, long amount) {
        ProgramVersion version = new ProgramVersion(document.basics().code(), 1, document, Instant.EPOCH);
        MemberFacts vib = MemberFacts.enrolled(MIA, enrolledAt)
                .withTiers(Map.of(new TierSetRef(version.code(), new TierSetCode("STATUS")), new TierCode("VIB")));
        OrderLine line = new OrderLine(
                "L1",
                "SKU",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                BigDecimal.ONE,
                amount,
                0,
                0,
                Set.of(),
                Map.of());
        Order order = new Order(
                "shop",
                "1",
                Optional.empty(),
                Optional.of(MIA),
                NOON,
                Optional.empty(),
                Optional.empty(),
                Currency.getInstance("USD"),
                OrderStatus.PAID,
                Optional.empty(),
                Order.TaxTreatment.INCLUDED,
                List.of(line),
                0,
                List.of(),
                Optional.empty(),
                List.of());
        return AccrualEvaluator.evaluate(version, vib, order);
    }
}
