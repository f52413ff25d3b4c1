package io.steadfast.accrual.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.core.AccrualDecision;
import io.steadfast.accrual.core.AccrualEvaluator;
import io.steadfast.accrual.core.GrantKey;
import io.steadfast.accrual.core.Judgement;
import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.StandingGrant;
import io.steadfast.accrual.core.StandingLot;
import io.steadfast.accrual.core.StandingSpend;
import io.steadfast.accrual.core.Tender;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept as JSON comes back as it was: judging again depends on it. */
class DocumentsTest {

    private static final Instant BOUGHT = Instant.parse("2026-03-14T10:00:00Z");
    private static final MemberId ANNA = new MemberId(new UUID(1, 1));

    private final Documents documents = new Documents();

    @Test
    void anOrderComesBackAsItWas() {
        assertThat(documents.read(documents.text(order("USD")), Order.class)).isEqualTo(order("USD"));
    }

    @Test
    void aJudgementByATemplateComesBackAsItWas() {
        for (String template : ProgramTemplates.names()) {
            Judgement judgement = judgement(template);
            JudgementDocument kept =
                    documents.read(documents.text(JudgementDocument.of(judgement)), JudgementDocument.class);
            boolean earns = ProgramTemplates.find(template)
                    .filter(document -> !document.earning().rules().isEmpty())
                    .isPresent();
            assertThat(judgement.grants().isEmpty()).as(template).isEqualTo(!earns);
            assertThat(kept.judgement()).contains(judgement);
        }
    }

    @Test
    void nothingJudgedComesBackAsNothing() {
        assertThat(documents
                        .read(documents.text(JudgementDocument.NONE), JudgementDocument.class)
                        .judgement())
                .isEmpty();
    }

    private static Judgement judgement(String template) {
        var document = ProgramTemplates.find(template).orElseThrow();
        ProgramCode code = document.basics().code();
        ProgramVersion version = new ProgramVersion(code, 1, document, Instant.EPOCH);
        MemberFacts facts = MemberFacts.enrolled(ANNA, Instant.EPOCH)
                .withTiers(Map.of(new TierSetRef(code, new TierSetCode("STATUS")), new TierCode("VIB")));
        Order order = order(document.basics().currency().getCurrencyCode());
        AccrualDecision decision = AccrualEvaluator.evaluate(version, facts, order);
        List<StandingGrant> grants = decision.grants().stream()
                .map(grant -> new StandingGrant(
                        new GrantKey(ANNA, code, grant.rule(), grant.wallet()),
                        1,
                        grant,
                        grant.shares(),
                        List.of(new StandingLot(new UUID(2, 2), grant.points(), grant.points()))))
                .toList();
        return new Judgement(
                order,
                List.of(ProgramJudgement.of(decision, facts)),
                grants,
                Map.of("x", 3L),
                List.of(new StandingSpend(new UUID(3, 3), new WalletCode("w"), 10, 4, Optional.empty())));
    }

    private static Order order(String currency) {
        OrderLine line = new OrderLine(
                "A",
                "SKU-A",
                Optional.of("Thing"),
                Optional.of("things/big"),
                Optional.empty(),
                new BigDecimal("1.5"),
                7050,
                100,
                12,
                Set.of("new"),
                Map.of("colour", List.of("red", "blue")));
        return new Order(
                "shop",
                "1001",
                Optional.of(3L),
                Optional.of(ANNA),
                BOUGHT,
                Optional.empty(),
                Optional.of("web"),
                Currency.getInstance(currency),
                OrderStatus.PAID,
                Optional.of(BOUGHT),
                Order.TaxTreatment.ADDED,
                List.of(line),
                399,
                List.of(new Tender(
                        Tender.Kind.CARD, 7449, Optional.of(new Tender.PaidBy(Tender.PaidBy.Means.HOLD, "h-1")))),
                Optional.empty(),
                List.of());
    }
}
