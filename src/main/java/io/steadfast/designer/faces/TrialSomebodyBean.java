package io.steadfast.designer.faces;

import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.choices.core.AttributeDefinition;
import io.steadfast.choices.core.AttributeSubject;
import io.steadfast.choices.core.AttributeType;
import io.steadfast.designer.AskedAttributes;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.programs.core.Plan;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A member that somebody makes up: tier, paid plan, attributes, whether they bought before. */
@Named("trialSomebody")
@RequestScoped
public class TrialSomebodyBean {

    private static final MemberId SOMEBODY = new MemberId(new UUID(0, 0));
    private static final String FIELD = "attribute-";

    @Inject
    private DraftsBean drafts;

    @Inject
    private ChoicesBean choices;

    @Inject
    private FrameBean frame;

    @Inject
    private PageTexts t;

    public String getTier() {
        return drafts.parameter("tier");
    }

    public String getPlan() {
        return drafts.parameter("plan");
    }

    public boolean isFirst() {
        return drafts.parameter("orders").equals("first");
    }

    /** The steps of all ladders; those of a further one are named with it. */
    public List<Value.Choice> getTiers() {
        Say say = new Say(drafts.document(), frame.getLocale());
        List<TierSet> sets = drafts.document().tierSets();
        return IntStream.range(0, sets.size())
                .boxed()
                .flatMap(place -> sets.get(place).tiers().stream()
                        .map(tier -> new Value.Choice(
                                Example.code(place, sets.get(place), tier),
                                Example.name(say, place, sets.get(place), tier))))
                .toList();
    }

    /** The paid plans that can be had. */
    public List<Value.Choice> getPlans() {
        return drafts.document().plans().stream()
                .map(plan -> new Value.Choice(plan.code().value(), plan.name().in(frame.getLocale())))
                .toList();
    }

    /**
     * An attribute that may be given to them.
     *
     * @param field its name on the page
     * @param choices what it may be; empty where it is typed
     */
    public record Asked(String name, String field, String typed, List<Value.Choice> choices) {

        public Asked {
            choices = List.copyOf(choices);
        }
    }

    /** Those the tenant declared for members, then those that the draft asks for besides. */
    public List<Asked> getAttributes() {
        List<AttributeDefinition> declared = choices.all().attributes().stream()
                .filter(one -> one.subject() == AttributeSubject.MEMBER)
                .toList();
        Set<String> others = AskedAttributes.of(drafts.document());
        List<Asked> all = new ArrayList<>();
        for (AttributeDefinition one : declared) {
            all.add(asked(one.name(), values(one)));
            others.remove(one.name());
        }
        others.forEach(name -> all.add(asked(name, List.of())));
        return all;
    }

    private Asked asked(String name, List<Value.Choice> values) {
        return new Asked(name, FIELD + name, drafts.parameter(FIELD + name).strip(), values);
    }

    private List<Value.Choice> values(AttributeDefinition attribute) {
        if (attribute.type() == AttributeType.YES_NO) {
            return Stream.of("true", "false")
                    .map(value -> new Value.Choice(value, t.text("designer", "yes_no." + value)))
                    .toList();
        }
        return attribute.values().stream()
                .map(value -> new Value.Choice(value, value))
                .toList();
    }

    /** Somebody who joined before; in the tier and plan that were chosen where the document has them. */
    MemberFacts facts(ProgramDocument document, Instant at) {
        ProgramCode program = document.basics().code();
        Map<String, MemberFacts.Attribute> attributes = new HashMap<>();
        for (Asked one : getAttributes()) {
            if (!one.typed().isEmpty()) {
                attributes.put(
                        one.name(),
                        new MemberFacts.Attribute(List.of(one.typed()), MemberFacts.Attribute.Privacy.OPEN));
            }
        }
        Map<ProgramCode, String> plans = document.plans().stream()
                .map(Plan::code)
                .filter(code -> code.value().equals(getPlan()))
                .findFirst()
                .map(code -> Map.of(program, code.value()))
                .orElse(Map.of());
        return MemberFacts.enrolled(SOMEBODY, at)
                .withOrdersBefore(isFirst() ? 0 : 1)
                .withTiers(tiers(document))
                .withPlans(plans)
                .withAttributes(attributes);
    }

    private Map<TierSetRef, TierCode> tiers(ProgramDocument document) {
        List<TierSet> sets = document.tierSets();
        Map<TierSetRef, TierCode> stands = new HashMap<>();
        for (int place = 0; place < sets.size(); place++) {
            TierSet set = sets.get(place);
            for (Tier tier : set.tiers()) {
                if (Example.code(place, set, tier).equals(getTier())) {
                    stands.put(new TierSetRef(document.basics().code(), set.code()), tier.code());
                }
            }
        }
        return stands;
    }
}
