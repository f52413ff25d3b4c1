package io.steadfast.sandbox.faces;

import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.i18n.Texts;
import io.steadfast.platform.jobs.Job;
import io.steadfast.platform.jobs.JobStatus;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.sandbox.Occurrence;
import io.steadfast.sandbox.OccurrencePage;
import io.steadfast.sandbox.SandboxService;
import io.steadfast.shared.WrittenTime;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page console/clock: the sandbox's date, the ways to move it, and what happened on the way. */
@Named("clock")
@RequestScoped
public class ClockBean {

    private static final String FEATURE = "sandbox";
    private static final String PAGE = "/console/clock?faces-redirect=true";

    @Inject
    private SandboxService sandbox;

    @Inject
    private TenantClock clock;

    @Inject
    private CurrentTenant tenant;

    @Inject
    private FrameBean frame;

    @Inject
    private Formats formats;

    @Inject
    private OccurrenceNames names;

    @Inject
    private PageTexts t;

    @Inject
    private HttpServletRequest request;

    private String wrong = "";
    private @Nullable Optional<Job> job;
    private @Nullable OccurrencePage page;

    /** The sandbox's day, and the time of it. */
    public String getNow() {
        return formats.dayAndTime(clock.now());
    }

    public String day() {
        return moved(today().plusDays(1));
    }

    public String month() {
        return moved(today().plusMonths(1));
    }

    /** To the beginning of the day that was typed. */
    public String date() {
        frame.must("PEOPLE_EDIT");
        String typed = parameter("date").strip();
        try {
            return moved(WrittenTime.day(typed).atStartOfDay(zone()));
        } catch (DateTimeException noDay) {
            wrong = t.with(FEATURE, "not_a_day", "typed", typed);
            return "";
        }
    }

    private String moved(ZonedDateTime target) {
        Instant from = clock.now();
        if (!target.toInstant().isAfter(from)) {
            wrong = t.text(FEATURE, "only_forward");
            return "";
        }
        return PAGE + "&job=" + sandbox.move(target.toInstant()).id() + "&from=" + from;
    }

    private ZonedDateTime today() {
        return clock.now().atZone(zone());
    }

    private ZoneId zone() {
        return tenant.tenant().zone();
    }

    /** The move that is under way, or was. */
    public Optional<Job> getJob() {
        if (job == null) {
            try {
                job = Optional.of(parameter("job"))
                        .filter(id -> !id.isEmpty())
                        .map(UUID::fromString)
                        .flatMap(sandbox::job);
            } catch (IllegalArgumentException noId) {
                job = Optional.empty();
            }
        }
        return job;
    }

    public boolean isMoving() {
        return getJob().filter(one -> one.status() == JobStatus.QUEUED || one.status() == JobStatus.RUNNING)
                .isPresent();
    }

    public boolean isFailed() {
        return getJob().filter(one -> one.status() == JobStatus.FAILED).isPresent();
    }

    /** Since when things are listed: the beginning of the last move, or a month ago. */
    public Instant getFrom() {
        try {
            return WrittenTime.instant(parameter("from"));
        } catch (DateTimeException none) {
            return today().minusMonths(1).toInstant();
        }
    }

    public List<Occurrence> getHappened() {
        return page().rows();
    }

    public boolean isLatest() {
        return OccurrencePage.Place.parse(parameter("before")).isEmpty();
    }

    /** Where what happened before begins, for a link; empty where nothing did. */
    public String getEarlier() {
        return page().next().map(OccurrencePage.Place::toString).orElse("");
    }

    private OccurrencePage page() {
        if (page == null) {
            page = sandbox.after(getFrom(), OccurrencePage.Place.parse(parameter("before")));
        }
        return page;
    }

    /** What an event says and why it happened, in one sentence. */
    public String say(Occurrence one) {
        String rule = names.rule(one);
        String key = "event." + one.type() + (one.type().equals("points.accrued") && !rule.isEmpty() ? ".by_rule" : "");
        String cause = "cause." + one.detail("cause");
        return Texts.has(FEATURE, key, frame.getLocale())
                ? Texts.text(FEATURE, key, frame.getLocale())
                        .replace("{points}", names.points(one))
                        .replace("{wallet}", names.wallet(one))
                        .replace("{before}", names.tier(one, "before"))
                        .replace("{after}", names.tier(one, "after"))
                        .replace("{plan}", names.plan(one))
                        .replace("{rule}", rule)
                        .replace("{reward}", names.reward(one))
                        .replace("{state}", state(one))
                        .replace("{why}", one.type().equals("membership.changed") ? why(one) : "")
                        .replace("{cause}", Texts.has(FEATURE, cause, frame.getLocale()) ? t.text(FEATURE, cause) : "")
                : one.type();
    }

    /** The member's name, or a word for one without. */
    public String who(Occurrence one) {
        return one.memberName().orElseGet(() -> t.text(FEATURE, "somebody"));
    }

    /** Why a plan's state is another: by what it was before. */
    private String why(Occurrence one) {
        String key = "plan_why." + one.detail("before").toUpperCase(Locale.ROOT) + "."
                + one.detail("state").toUpperCase(Locale.ROOT);
        return t.text(FEATURE, Texts.has(FEATURE, key, frame.getLocale()) ? key : "plan_why");
    }

    private String state(Occurrence one) {
        String key = "state." + one.detail("state").toUpperCase(Locale.ROOT);
        return Texts.has(FEATURE, key, frame.getLocale()) ? t.text(FEATURE, key) : one.detail("state");
    }

    /** What was typed and isn't a day ahead. */
    public String getWrong() {
        return wrong;
    }

    private String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
