package io.steadfast.designer.faces;

import io.steadfast.accrual.TrialService;
import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.Order;
import io.steadfast.designer.NotThat;
import io.steadfast.designer.faces.TrialSide.Judge;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.time.TenantClock;
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
import org.jspecify.annotations.Nullable;

/** The page console/tryout: a basket or a past order, of a made-up or a real member, judged by any two drafts or versions. */
@Named("trial")
@RequestScoped
public class TrialBean {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    @Inject
    private DraftsBean drafts;

    @Inject
    private TrialLifeBean life;

    @Inject
    private TrialJudgesBean judges;

    @Inject
    private TrialBasketBean basket;

    @Inject
    private TrialSomebodyBean somebody;

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
                .orElseGet(
                        () -> basket.basket().order(drafts.document().basics().currency(), at));
    }

    private ZoneId zone() {
        return drafts.document().basics().zone();
    }

    /** The real member as of then; else whom the past order was judged for; else somebody made up. */
    private MemberFacts member(Judge judge, Order order) {
        return life.member()
                .map(real -> trials.facts(real, judge.version(), order))
                .or(() -> life.past().flatMap(TrialService.PastOrder::facts))
                .orElseGet(() -> somebody.facts(judge.document(), order.occurredAt()));
    }
}
