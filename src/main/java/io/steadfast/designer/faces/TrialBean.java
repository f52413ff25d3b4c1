package io.steadfast.designer.faces;

import io.steadfast.accrual.TrialService;
import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.Order;
import io.steadfast.designer.Basket;
import io.steadfast.designer.NotThat;
import io.steadfast.designer.Numbers;
import io.steadfast.designer.faces.TrialSide.Judge;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The page console/tryout: a basket or a past order, of a made-up or a real member, judged by any two drafts or versions. */
@Named("trial")
@RequestScoped
public class TrialBean {

    private static final MemberId SOMEBODY = new MemberId(new UUID(0, 0));
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final int LINES = 3;

    @Inject
    private DraftsBean drafts;

    @Inject
    private TrialLifeBean life;

    @Inject
    private TrialJudgesBean judges;

    @Inject
    private TrialService trials;

    @Inject
    private FrameBean frame;

    @Inject
    private TenantClock clock;

    @Inject
    private PageTexts t;

    private String wrong = "";
    private @Nullable List<TrialSide> sides;

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

    /** When it happens: as typed, else as the past order happened, else now. A past order just chosen brings its own time. */
    public String getAt() {
        String typed = drafts.parameter("at").strip();
        boolean kept = drafts.parameter("shown").equals(life.getChosen());
        return typed.isEmpty() || !kept
                ? TYPED.format(life.past()
                        .map(past -> past.order().occurredAt())
                        .orElseGet(clock::now)
                        .atZone(zone()))
                : typed;
    }

    public String getTier() {
        return drafts.parameter("tier");
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

    /** What was typed and doesn't fit; the page shows it above what the judges say. */
    public String getWrong() {
        getSides();
        return wrong;
    }

    /** What each judge says. */
    public List<TrialSide> getSides() {
        if (sides == null) {
            sides = judged();
        }
        return sides;
    }

    private List<TrialSide> judged() {
        List<TrialSide> all = new ArrayList<>();
        try {
            Order order = order(instant());
            for (Judge judge : judges.chosen()) {
                all.add(judge.judge(member(judge, order), order, new Say(judge.document(), frame.getLocale())));
            }
        } catch (DateTimeException noTime) {
            wrong = t.with("designer", "not_a_day", "typed", getAt());
        } catch (NotThat misfit) {
            wrong = t.with("designer", "not_a_number", "typed", misfit.typed());
        }
        if (life.isMissing()) {
            wrong = t.with("designer", "order_missing", "typed", life.getChosen());
        }
        return all;
    }

    private Instant instant() {
        LocalDateTime typed = LocalDateTime.parse(getAt(), TYPED);
        // A past order's own second: minutes are all that is typed.
        return life.past()
                .map(past -> past.order().occurredAt())
                .filter(own -> TYPED.format(own.atZone(zone())).equals(getAt()))
                .orElseGet(() -> typed.atZone(zone()).toInstant());
    }

    private Order order(Instant at) {
        return life.past()
                .map(past -> past.order().at(at))
                .orElseGet(() -> basket().order(drafts.document().basics().currency(), at));
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

    /** The real member as of then; else whom the past order was judged for; else somebody made up. */
    private MemberFacts member(Judge judge, Order order) {
        return life.member()
                .map(real -> trials.facts(real, judge.version(), order))
                .or(() -> life.past().flatMap(TrialService.PastOrder::facts))
                .orElseGet(() -> somebody(judge.document(), order.occurredAt()));
    }

    /** Somebody who joined before; in the tier that was chosen where the document has it. */
    private MemberFacts somebody(ProgramDocument document, Instant at) {
        MemberFacts somebody = MemberFacts.enrolled(SOMEBODY, at).withOrdersBefore(isFirst() ? 0 : 1);
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
        return somebody.withTiers(stands);
    }
}
