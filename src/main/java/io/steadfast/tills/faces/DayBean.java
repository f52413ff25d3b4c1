package io.steadfast.tills.faces;

import io.steadfast.members.MemberService;
import io.steadfast.members.core.Member;
import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.RealClock;
import io.steadfast.tills.CounterService;
import io.steadfast.tills.core.CounterWork;
import io.steadfast.tills.core.WorkKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page store/day: what was done at the person's own stores today, by the brand's calendar. */
@Named("day")
@RequestScoped
public class DayBean {

    @Inject
    private CounterService service;

    @Inject
    private MemberService members;

    @Inject
    private CurrentActor actor;

    @Inject
    private CurrentTenant tenant;

    @Inject
    private RealClock clock;

    @Inject
    private FrameBean frame;

    @Inject
    private Formats formats;

    @Inject
    private PageTexts t;

    private @Nullable List<CounterWork> work;

    public List<CounterWork> getWork() {
        if (work == null) {
            if (!frame.may("STORE_SERVE")) {
                throw new Refusal(SecurityRefusal.NOT_PERMITTED);
            }
            ZoneId zone = tenant.tenant().zone();
            LocalDate today = clock.now().atZone(zone).toLocalDate();
            Instant from = today.atStartOfDay(zone).toInstant();
            work = service.work(from, today.plusDays(1).atStartOfDay(zone).toInstant());
        }
        return work;
    }

    public String getStores() {
        Set<String> stores = new TreeSet<>(actor.actor().stores());
        return stores.isEmpty() ? t.text("tills", "day_all") : stores.stream().collect(Collectors.joining(", "));
    }

    /** Points that members have of the day's work. */
    public long getPoints() {
        return getWork().stream().mapToLong(one -> one.figures().points()).sum();
    }

    public long getSales() {
        return count(WorkKind.SALE) + count(WorkKind.CLAIM);
    }

    public long getPeople() {
        return count(WorkKind.ENROLMENT);
    }

    /** Those that weren't taken back. */
    private long count(WorkKind kind) {
        long undone = getWork().stream()
                .filter(one -> one.kind() == WorkKind.UNDO
                        && one.detail().filter(kind.name()::equals).isPresent())
                .count();
        return Math.max(0, getWork().stream().filter(one -> one.kind() == kind).count() - undone);
    }

    public String name(CounterWork one) {
        return members.find(one.member())
                .flatMap((Member member) -> member.person().name())
                .orElseGet(() -> t.text("desk", "no_name"));
    }

    public String what(CounterWork one) {
        String kind = t.text("tills", "kind." + one.kind());
        return one.kind() == WorkKind.UNDO
                ? kind + ": "
                        + t.text(
                                "tills",
                                "kind." + one.detail().orElse(one.kind().name()))
                : kind;
    }

    public String under(CounterWork one) {
        String by = t.with("tills", "by", "name", one.staff().name(), "when", formats.time(one.at()));
        String number = one.about().map(about -> " · " + about.reference()).orElse("");
        String word = one.approvedBy()
                .map(second -> " · " + t.with("tills", "approved_by", "name", second.name()))
                .orElse("");
        return by + number + word;
    }

    public String money(CounterWork one) {
        return one.figures()
                .currency()
                .map(currency -> formats.money(one.figures().amount(), currency))
                .orElse("");
    }

    public String icon(CounterWork one) {
        return switch (one.kind()) {
            case ENROLMENT -> "pi-user-plus";
            case SALE, CLAIM -> "pi-shopping-bag";
            case RETURN -> "pi-replay";
            case STAMP -> "pi-check-square";
            case GOODWILL -> "pi-heart";
            case UNDO -> "pi-undo";
        };
    }
}
