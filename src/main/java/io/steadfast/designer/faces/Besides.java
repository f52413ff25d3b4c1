package io.steadfast.designer.faces;

import io.steadfast.accrual.core.AccrualDecision;
import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderDonation;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.charities.core.PledgeReckoning;
import io.steadfast.charities.core.Wanted;
import io.steadfast.programs.Words;
import io.steadfast.programs.core.DateGift;
import io.steadfast.programs.core.GivingPoints;
import io.steadfast.programs.core.Plan;
import io.steadfast.programs.core.Pledge;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Reward;
import io.steadfast.programs.core.StampCard;
import io.steadfast.programs.core.TierEntitlement;
import io.steadfast.stamps.core.StampRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an example member gets besides points: what the order gives to charity and to a stamp card, as the features that book it
 * reckon it, rights, and gifts for days of their own.
 */
final class Besides {

    private final Say say;
    private final ProgramDocument document;
    private final Words words;
    private final List<Example.Beside> all = new ArrayList<>();

    private Besides(Say say) {
        this.say = say;
        this.document = say.document();
        this.words = Words.of("sentences", document, say.locale());
    }

    /** @param decision of the order for this member */
    static List<Example.Beside> of(Say say, AccrualDecision decision, MemberFacts member, Order order) {
        Besides besides = new Besides(say);
        ProgramJudgement judgement = ProgramJudgement.of(decision, member);
        besides.pledges(judgement, order);
        ProgramDocument document = say.document();
        document.giving().points().ifPresent(besides::givenPoints);
        document.stampCards().forEach(card -> besides.stamp(card, judgement, order));
        document.dateGifts().forEach(besides::gift);
        besides.rights(member);
        return List.copyOf(besides.all);
    }

    private void pledges(ProgramJudgement judgement, Order order) {
        Optional<OrderDonation> collected = document.giving().pledges().stream()
                .filter(pledge -> pledge.fundedBy() == Pledge.Funding.MEMBER)
                .findFirst()
                .map(pledge -> new OrderDonation("example", Optional.empty(), OrderDonation.Funding.MEMBER));
        List<Wanted> wanted = new PledgeReckoning(document, judgement, order).wanted(collected);
        for (Pledge pledge : document.giving().pledges()) {
            long amount = wanted.stream()
                    .filter(want -> want.pledge().equals(pledge.code()))
                    .mapToLong(Wanted::amount)
                    .sum();
            add(say.in(pledge.name()), amount == 0 ? word("none") : word("pledge." + pledge.fundedBy(), money(amount)));
        }
    }

    /** The least that can be given, with what the brand adds. */
    private void givenPoints(GivingPoints giving) {
        BigDecimal worth = BigDecimal.valueOf(giving.minimum())
                .multiply(BigDecimal.valueOf(giving.worth()))
                .divide(BigDecimal.valueOf(Math.max(1, giving.points())), 0, RoundingMode.DOWN);
        long match = worth.multiply(giving.matchPercent())
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.DOWN)
                .longValue();
        String points = words.points(BigDecimal.valueOf(giving.minimum()), giving.wallet());
        add(
                word("given_points", points),
                match == 0
                        ? word("given", money(worth.longValue()))
                        : word("given.match", money(worth.longValue()), money(match)));
    }

    private void stamp(StampCard card, ProgramJudgement judgement, Order order) {
        boolean stamped = StampRule.stamps(card, document.basics(), order, judgement);
        add(say.in(card.name()), stamped ? word("stamp", words.number(card.stamps())) : word("stamp.none"));
    }

    private void gift(DateGift gift) {
        Stream<String> reward = gift.reward().flatMap(document::reward).map(Reward::name).map(say::in).stream();
        Stream<String> points = gift.points().stream()
                .map(given -> word("points", words.points(BigDecimal.valueOf(given.points()), given.wallet())));
        add(say.in(gift.name()), words.joined(Stream.concat(reward, points).toList(), "and"));
    }

    private void rights(MemberFacts member) {
        List<String> rights = new ArrayList<>();
        document.entitlements().stream()
                .filter(right -> reaches(right, member))
                .map(right -> say.in(right.name()))
                .forEach(rights::add);
        Optional.ofNullable(member.plans().get(document.basics().code())).stream()
                .flatMap(code -> document.plans().stream()
                        .filter(plan -> plan.code().value().equals(code)))
                .map(Plan::entitlements)
                .flatMap(List::stream)
                .map(right -> say.in(right.name()))
                .forEach(rights::add);
        if (!rights.isEmpty()) {
            add(word("rights"), words.joined(rights, "and"));
        }
    }

    private boolean reaches(TierEntitlement right, MemberFacts member) {
        return right.tier()
                .map(level -> document.tierSet(level.set())
                        .filter(set -> member.tiers().entrySet().stream()
                                .anyMatch(standing -> standing.getKey().set().equals(level.set())
                                        && set.rankOf(standing.getValue()) >= set.rankOf(level.from())))
                        .isPresent())
                .orElse(true);
    }

    private void add(String name, String gives) {
        all.add(new Example.Beside(name, gives));
    }

    private String money(long minorUnits) {
        return words.money(minorUnits, document.basics().currency());
    }

    /** A word of the page with {@code {0}} and {@code {1}} filled. */
    private String word(String key, String... values) {
        String text = say.word("beside." + key);
        for (int at = 0; at < values.length; at++) {
            text = text.replace("{" + at + "}", values[at]);
        }
        return text;
    }
}
