package io.steadfast.desk.faces;

import io.steadfast.desk.DeskService;
import io.steadfast.desk.MemberEvent;
import io.steadfast.desk.MemberNote;
import io.steadfast.desk.OfficeService;
import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.idempotency.PageActions;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.programs.core.Trigger;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.tiers.TierView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The member's life and notes on their page; a note is kept once however often it is pressed. */
@Named("office")
@RequestScoped
public class OfficeBean {

    private static final int EVENTS = 50;

    @Inject
    private OfficeService service;

    @Inject
    private DeskService desk;

    @Inject
    private MemberBean page;

    @Inject
    private StatementWords said;

    @Inject
    private TierWords laddered;

    @Inject
    private PageActions actions;

    @Inject
    private CurrentActor actor;

    @Inject
    private FrameBean frame;

    @Inject
    private Formats formats;

    @Inject
    private PageTexts t;

    @Inject
    private HttpServletRequest request;

    private final OfficeForm form = new OfficeForm();
    private String action = PageActions.newId();
    private @Nullable List<TierView> tiers;
    private @Nullable List<MemberEvent> events;

    public OfficeForm getForm() {
        return form;
    }

    public boolean isAllowed() {
        return frame.may("POINTS_ADJUST");
    }

    public boolean isNoting() {
        return frame.may("MEMBERS_EDIT");
    }

    public List<TierView> getTiers() {
        if (tiers == null) {
            tiers = desk.tiers(id());
        }
        return tiers;
    }

    public List<MemberEvent> getEvents() {
        List<MemberEvent> read = read();
        return read.subList(0, Math.min(read.size(), EVENTS));
    }

    /** How many later ones the next page leaves out; 0 where the story begins on this one. */
    public int getEarlier() {
        return read().size() > EVENTS ? skipped() + EVENTS : 0;
    }

    /** Whether the story is shown from its latest event on. */
    public boolean isLatest() {
        return skipped() == 0;
    }

    /** One more than is shown, which says whether there is more. */
    private List<MemberEvent> read() {
        if (events == null) {
            events = service.events(id(), skipped(), EVENTS + 1);
        }
        return events;
    }

    private int skipped() {
        return Optional.ofNullable(request.getParameter("lifeBefore"))
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    public List<MemberNote> getNotes() {
        return service.notes(id());
    }

    public void write() throws IOException {
        actor.actor().must(Permission.MEMBERS_EDIT);
        MemberNote.Audience audience =
                form.isForOffice() && isAllowed() ? MemberNote.Audience.OFFICE : MemberNote.Audience.STORE;
        MemberId id = id();
        if (form.getText().isEmpty()) {
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .redirect(request.getContextPath() + "/console/member?id=" + id);
            return;
        }
        once("note " + form.getText().hashCode(), () -> service.note(id, form.getText(), audience), "noted");
    }

    private void once(String wish, Runnable effect, String done) throws IOException {
        MemberId id = id();
        actions.once(action, id + " " + wish, () -> {
            effect.run();
            return UUID.randomUUID().toString();
        });
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(request.getContextPath() + "/console/member?id=" + id + "&done=" + done);
    }

    /** What was just done, in words; empty when nothing was. */
    public String getDone() {
        return Optional.ofNullable(request.getParameter("done"))
                .filter(key -> key.matches("[a-z_]{1,20}"))
                .map(key -> t.orCode("desk", "done", key))
                .orElse("");
    }

    /** An event of the member's life in words. */
    public String what(MemberEvent event) {
        return t.with(
                "desk",
                own(event) ? "event_own" : "event." + event.kind(),
                "what",
                named(event),
                "detail",
                detail(event),
                "amount",
                event.amount()
                        .flatMap(amount -> event.currency().map(currency -> formats.money(amount, currency)))
                        .orElse(""));
    }

    /** What the product reports itself has no number that says anything to people. */
    private static boolean own(MemberEvent event) {
        return event.kind() == MemberEvent.Kind.ACTIVITY && Trigger.Side.owns(event.what());
    }

    private String detail(MemberEvent event) {
        String detail = event.detail().orElse("");
        return switch (event.kind()) {
            case EXTENDED -> formats.day(LocalDate.parse(detail));
            case TIER_SET -> lastDay(event.what(), Instant.ofEpochSecond(Long.parseLong(detail)));
            default -> detail;
        };
    }

    private String lastDay(String tier, Instant end) {
        return getTiers().stream()
                .filter(view -> view.set().tiers().stream()
                        .anyMatch(each -> each.code().value().equals(tier)))
                .map(view -> laddered.lastDay(view, end))
                .findFirst()
                .orElseGet(() -> formats.lastDay(end));
    }

    private String named(MemberEvent event) {
        return switch (event.kind()) {
            case ENROLLED, LEFT, TERMS_ACCEPTED -> said.program(new ProgramCode(event.what()));
            case KNOWN_BY, NO_LONGER_KNOWN_BY -> t.text("desk", "identity." + event.what());
            case CONSENT_GIVEN, CONSENT_WITHDRAWN -> t.orCode("desk", "purpose", event.what());
            case TIER, TIER_SET, TIER_ENDED -> tierName(event.what());
            case EXTENDED -> said.wallet(new WalletCode(event.what()));
            case ACTIVITY -> t.orCode("desk", "activity", event.what());
            case BLOCKED, UNBLOCKED, MERGED, ORDER -> event.what();
        };
    }

    /** A tier in the reader's language; its code where no ladder of the member's has it. */
    String tierName(String code) {
        return getTiers().stream()
                .flatMap(view -> view.set().tiers().stream())
                .filter(tier -> tier.code().value().equals(code))
                .map(tier -> tier.name().in(frame.getLocale()))
                .findFirst()
                .orElse(code);
    }

    /** Why it happened: what made a tier begin, and who did by hand what was done so, for which reason. */
    public String under(MemberEvent event) {
        Optional<String> cause = event.kind() == MemberEvent.Kind.TIER
                ? event.detail().map(code -> t.orCode("desk", "tier_cause", code))
                : Optional.empty();
        Optional<String> reason = event.why().reason().map(code -> t.orCode("desk", "reason", code));
        return Stream.of(cause, reason, event.why().who())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    public String icon(MemberEvent event) {
        return switch (event.kind()) {
            case ENROLLED -> "pi-user-plus";
            case LEFT -> "pi-user-minus";
            case TERMS_ACCEPTED -> "pi-file";
            case CONSENT_GIVEN, CONSENT_WITHDRAWN -> "pi-envelope";
            case TIER, TIER_SET, TIER_ENDED -> "pi-star";
            case ORDER -> "pi-shopping-bag";
            case ACTIVITY -> "pi-bolt";
            case KNOWN_BY, NO_LONGER_KNOWN_BY -> "pi-id-card";
            case EXTENDED -> "pi-calendar-plus";
            case BLOCKED -> "pi-ban";
            case UNBLOCKED -> "pi-check-circle";
            case MERGED -> "pi-link";
        };
    }

    private MemberId id() {
        return page.getMember().id();
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }
}
