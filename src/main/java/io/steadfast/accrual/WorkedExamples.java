package io.steadfast.accrual;

import io.steadfast.accrual.core.AccrualEvaluator;
import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.Tender;
import io.steadfast.programs.TermsExamples;
import io.steadfast.programs.Words;
import io.steadfast.programs.core.Plan;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Examples for the terms: what an order of a round amount earns, for a member and for those of each tier and plan who get something
 * else, by the same evaluator as every order. The same version always has the same examples.
 */
@ApplicationScoped
public class WorkedExamples implements TermsExamples {

    /** In major units; the first that earns anything. */
    private static final List<Long> AMOUNTS = List.of(40L, 400L);

    /** More than one reads in terms. */
    private static final int MOST = 12;

    private static final MemberId SOMEBODY = new MemberId(new UUID(0, 0));

    @Override
    public List<String> of(ProgramVersion version, Locale language) {
        return AMOUNTS.stream()
                .map(amount -> new Worked(version, language, amount).sentences())
                .filter(sentences -> !sentences.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Somebody who buys, and the key and name with which the sentence speaks of them. */
    private record Buyer(String key, String name, MemberFacts facts) {}

    /** The examples of one amount. */
    private static final class Worked {

        private final ProgramVersion version;
        private final ProgramDocument document;
        private final Words words;
        private final ProofSentence proofs;
        private final Order order;

        Worked(ProgramVersion version, Locale language, long amount) {
            this.version = version;
            this.document = version.document();
            this.words = Words.of("proofs", document, language);
            this.proofs = new ProofSentence(document, language);
            int digits = Math.max(0, document.basics().currency().getDefaultFractionDigits());
            this.order = order(BigDecimal.valueOf(amount).movePointRight(digits).longValueExact());
        }

        List<String> sentences() {
            MemberFacts plain =
                    MemberFacts.enrolled(SOMEBODY, version.effectiveFrom()).withOrdersBefore(1);
            List<Grant> usual = grants(plain);
            if (usual.isEmpty()) {
                return List.of();
            }
            List<String> sentences = new ArrayList<>();
            sentences.add(sentence(new Buyer("example", "", plain), usual));
            for (Buyer buyer : others(plain)) {
                List<Grant> theirs = grants(buyer.facts());
                if (!sums(theirs).equals(sums(usual)) && sentences.size() < MOST) {
                    sentences.add(sentence(buyer, theirs));
                }
            }
            return sentences;
        }

        private List<Buyer> others(MemberFacts plain) {
            List<Buyer> buyers = new ArrayList<>();
            for (TierSet set : document.tierSets()) {
                for (Tier tier : set.tiers()) {
                    TierSetRef ref = new TierSetRef(version.code(), set.code());
                    buyers.add(new Buyer(
                            "example.tier",
                            tier.name().in(words.language()),
                            plain.withTiers(Map.of(ref, tier.code()))));
                }
            }
            document.plans().stream()
                    .filter(plan -> plan.sale() == Plan.Sale.OPEN)
                    .forEach(plan -> buyers.add(new Buyer(
                            "example.plan",
                            plan.name().in(words.language()),
                            plain.withPlans(Map.of(version.code(), plan.code().value())))));
            return buyers;
        }

        private List<Grant> grants(MemberFacts facts) {
            return AccrualEvaluator.evaluate(version, facts, order).grants().stream()
                    .filter(grant -> grant.points() > 0)
                    .toList();
        }

        private static Map<WalletCode, Long> sums(List<Grant> grants) {
            Map<WalletCode, Long> sums = new HashMap<>();
            grants.forEach(grant -> sums.merge(grant.wallet(), grant.points(), Math::addExact));
            return new TreeMap<>(sums);
        }

        private String sentence(Buyer buyer, List<Grant> grants) {
            List<String> points = new ArrayList<>();
            sums(grants)
                    .forEach((wallet, sum) -> points.add(words.text(
                            "example.points",
                            "points",
                            words.points(BigDecimal.valueOf(sum), wallet),
                            "wallet",
                            words.walletName(wallet))));
            List<String> why = grants.stream().map(proofs::granted).toList();
            return words.text(
                    buyer.key(),
                    "who",
                    buyer.name(),
                    "money",
                    words.money(order.lines().get(0).amount(), document.basics().currency()),
                    "points",
                    words.joined(points, "and"),
                    "why",
                    String.join(words.betweenSentences(), why));
        }

        /** Something of no particular kind, bought at noon of an ordinary Wednesday in the version's time. */
        private Order order(long amount) {
            return new Order(
                    "example",
                    "1",
                    Optional.empty(),
                    Optional.of(SOMEBODY),
                    noon(),
                    Optional.empty(),
                    Optional.empty(),
                    document.basics().currency(),
                    OrderStatus.PAID,
                    Optional.empty(),
                    Order.TaxTreatment.INCLUDED,
                    List.of(new OrderLine(
                            "1",
                            "example",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            BigDecimal.ONE,
                            amount,
                            0,
                            0,
                            Set.of(),
                            Map.of())),
                    0,
                    List.of(Tender.of(Tender.Kind.CARD, amount)),
                    Optional.empty(),
                    List.of());
        }

        private Instant noon() {
            ZonedDateTime from =
                    version.effectiveFrom().atZone(document.basics().zone());
            return from.with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY))
                    .with(LocalTime.NOON)
                    .toInstant();
        }
    }
}
