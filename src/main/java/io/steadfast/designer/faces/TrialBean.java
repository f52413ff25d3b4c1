package io.steadfast.designer.faces;

import io.steadfast.accrual.ProofLines;
import io.steadfast.accrual.ProofSentence;
import io.steadfast.accrual.core.AccrualDecision;
import io.steadfast.accrual.core.AccrualEvaluator;
import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.SkippedRule;
import io.steadfast.designer.Basket;
import io.steadfast.designer.NotThat;
import io.steadfast.designer.Numbers;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.PublishedVersion;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.TierCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** The page console/tryout: a made-up basket of a made-up member at a time, judged by the draft and by the version in force. */
@Named("trial")
@RequestScoped
public class TrialBean {

    private static final MemberId SOMEBODY = new MemberId(new UUID(0, 0));
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final int LINES = 3;

    @Inject
    private DraftsBean drafts;

    @Inject
    private FrameBean frame;

    @Inject
    private TenantClock clock;

    @Inject
    private PageTexts t;

    private String wrong = "";

    /**
     * What one side says.
     *
     * @param title the draft, or which version
     */
    public record Side(String title, long points, List<Line> lines) {

        public Side {
            lines = List.copyOf(lines);
        }
    }

    /** One rule's part with its proof. */
    public record Line(String rule, long points, String why, List<String> proof) {

        public Line {
            proof = List.copyOf(proof);
        }
    }

    public List<Integer> getNumbers() {
        return IntStream.rangeClosed(1, LINES).boxed().toList();
    }

    /** What stands in a field of a line; the first line begins with an amount. */
    public String typed(String field, int number) {
        String typed = drafts.parameter(field + number).strip();
        boolean untouched = drafts.parameter("amount1").isEmpty();
        return untouched && number == 1 && field.equals("amount") ? "70.50" : typed;
    }

    public String getChannel() {
        return drafts.parameter("channel").strip();
    }

    public String getAt() {
        String typed = drafts.parameter("at").strip();
        return typed.isEmpty() ? TYPED.format(clock.now().atZone(zone())) : typed;
    }

    public String getTier() {
        return drafts.parameter("tier");
    }

    public boolean isFirst() {
        return drafts.parameter("orders").equals("first");
    }

    public List<Tier> getTiers() {
        return drafts.document().tierSets().stream()
                .findFirst()
                .map(set -> set.tiers())
                .orElse(List.of());
    }

    /** What was typed and doesn't fit. */
    public String getWrong() {
        return wrong;
    }

    /** The draft, and beside it the version that judges now. */
    public List<Side> getSides() {
        List<Side> sides = new ArrayList<>();
        try {
            Instant at = LocalDateTime.parse(getAt(), TYPED).atZone(zone()).toInstant();
            Basket basket = basket();
            sides.add(side(t.text("designer", "the_draft"), drafts.document(), basket, at));
            inForce()
                    .ifPresent(version -> sides.add(side(
                            t.with(
                                    "designer",
                                    "version_of",
                                    "version",
                                    version.version().version()),
                            version.version().document(),
                            basket,
                            at)));
        } catch (DateTimeException noTime) {
            wrong = t.with("designer", "not_a_day", "typed", getAt());
        } catch (NotThat misfit) {
            wrong = t.with("designer", "not_a_number", "typed", misfit.typed());
        }
        return sides;
    }

    private Optional<PublishedVersion> inForce() {
        Optional<Integer> number = drafts.getSummary().inForce();
        return drafts.getVersions().stream()
                .filter(version -> number.isPresent() && version.version().version() == number.get())
                .findFirst();
    }

    private ZoneId zone() {
        return drafts.document().basics().zone();
    }

    private Basket basket() {
        List<Basket.Item> items = new ArrayList<>();
        for (int number : getNumbers()) {
            String amount = typed("amount", number);
            if (!amount.isEmpty()) {
                long minor =
                        Numbers.minorUnits(amount, drafts.document().basics().currency());
                items.add(new Basket.Item(minor, typed("category", number), typed("sku", number)));
            }
        }
        return new Basket(items, getChannel());
    }

    private Side side(String title, ProgramDocument document, Basket basket, Instant at) {
        Say say = new Say(document, frame.getLocale());
        ProgramVersion version = new ProgramVersion(document.basics().code(), 1, document, at);
        AccrualDecision decision = AccrualEvaluator.evaluate(
                version, member(document, at), basket.order(document.basics().currency(), at));
        ProofSentence sentences = new ProofSentence(document, say.locale());
        ProofLines proofs = new ProofLines(document, say.locale());
        List<Line> lines = new ArrayList<>();
        for (Grant grant : decision.grants()) {
            String rule = name(Optional.of(grant.rule()), say);
            lines.add(new Line(rule, grant.points(), sentences.granted(grant), proofs.granted(grant)));
        }
        for (SkippedRule skipped : decision.skipped()) {
            lines.add(new Line(name(skipped.rule(), say), 0, sentences.skipped(skipped), proofs.skipped(skipped)));
        }
        return new Side(
                title, decision.grants().stream().mapToLong(Grant::points).sum(), lines);
    }

    /** Somebody who joined before; in the tier that was chosen where the document has it. */
    private MemberFacts member(ProgramDocument document, Instant at) {
        MemberFacts somebody = MemberFacts.enrolled(SOMEBODY, at).withOrdersBefore(isFirst() ? 0 : 1);
        return document.tierSets().stream()
                .filter(set -> !getTier().isEmpty() && set.rankOf(new TierCode(getTier())) >= 0)
                .findFirst()
                .map(set -> somebody.withTiers(
                        Map.of(new TierSetRef(document.basics().code(), set.code()), new TierCode(getTier()))))
                .orElse(somebody);
    }

    private static String name(Optional<RuleCode> rule, Say say) {
        return rule.flatMap(say.document()::rule)
                .map(found -> say.in(found.name()))
                .orElseGet(() -> say.in(say.document().basics().name()));
    }
}
