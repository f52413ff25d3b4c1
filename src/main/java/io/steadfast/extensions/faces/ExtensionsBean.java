package io.steadfast.extensions.faces;

import io.steadfast.extensions.ExtensionJob;
import io.steadfast.extensions.ExtensionService;
import io.steadfast.extensions.core.Extension;
import io.steadfast.extensions.core.ExtensionRefusal;
import io.steadfast.extensions.core.ExtensionWish;
import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.Given;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.programs.PublishedWallets;
import io.steadfast.programs.core.ProgramSummary;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page console/extensions: asked for, looked at, approved by another, run. */
@Named("extensions")
@RequestScoped
public class ExtensionsBean {

    private static final int ROWS = 50;
    private static final int YEAR = 12;

    @Inject
    private ExtensionService service;

    @Inject
    private ExtensionJob job;

    @Inject
    private PublishedWallets programs;

    @Inject
    private FrameBean frame;

    @Inject
    private Formats formats;

    @Inject
    private PageTexts t;

    private String program = "";
    private ExtensionWish.What what = ExtensionWish.What.POINTS;
    private @Nullable LocalDate through;
    private int months = YEAR;
    private String reason = "";
    private String told = "";
    private @Nullable List<Extension> all;

    public List<Extension> getAll() {
        if (all == null) {
            if (!frame.may("EXTENSIONS_REQUEST") && !frame.may("EXTENSIONS_APPROVE")) {
                throw new Refusal(SecurityRefusal.NOT_PERMITTED);
            }
            all = service.page(Optional.empty(), ROWS);
        }
        return all;
    }

    /** Those that wait for a second person. */
    public List<Extension> getWaiting() {
        return getAll().stream()
                .filter(one -> one.state() == Extension.State.REQUESTED)
                .toList();
    }

    /** Programs that are in force. */
    public List<ProgramSummary> getPrograms() {
        return programs.programs().stream()
                .filter(one -> one.inForce().isPresent())
                .toList();
    }

    public String name(ProgramSummary one) {
        return one.document().basics().name().in(frame.getLocale());
    }

    public ExtensionWish.What[] getWhats() {
        return ExtensionWish.What.values();
    }

    public void request() {
        must("EXTENSIONS_REQUEST");
        service.request(new ExtensionWish(
                new ExtensionWish.Selection(
                        Given.code(program, ProgramCode::new, ExtensionRefusal.EXTENSION_PROGRAM_UNKNOWN),
                        what,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.ofNullable(through),
                        Set.of(),
                        List.of()),
                new ExtensionWish.Term(Optional.empty(), Optional.of(months)),
                reason));
        reason = "";
        done("asked_for");
    }

    public void approve(UUID id) {
        must("EXTENSIONS_APPROVE");
        service.approve(id);
        done("approved");
    }

    public void run(UUID id) {
        must("EXTENSIONS_APPROVE");
        if (service.begin(id).state() == Extension.State.RUNNING) {
            job.start(id);
        }
        done("begun");
    }

    public void undo(UUID id) {
        must("EXTENSIONS_REQUEST");
        service.undo(id);
        done("undone");
    }

    private void done(String key) {
        told = t.text("extensions", key);
        all = null;
    }

    private void must(String permission) {
        if (!frame.may(permission)) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }

    /** How far ends move. */
    public String term(Extension one) {
        return one.wish()
                .term()
                .months()
                .map(count -> t.with("extensions", "months_longer", "count", count))
                .orElseGet(() -> t.with(
                        "extensions",
                        "until_day",
                        "day",
                        formats.day(one.wish()
                                .term()
                                .until()
                                .orElseThrow()
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant())));
    }

    /** What it is about; what there is none of isn't told. */
    public String figures(Extension one) {
        Extension.Figures figures = one.figures();
        return Stream.of(
                        counted("figures_members", figures.members()),
                        counted("figures_points", figures.points()),
                        one.liability()
                                .map(money -> t.with("extensions", "figures_liability", "money", formats.money(money))),
                        counted("figures_accounts", figures.accounts()),
                        counted("figures_tiers", figures.tiers()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private Optional<String> counted(String key, long count) {
        return count == 0
                ? Optional.empty()
                : Optional.of(t.with("extensions", key, "count", count, "number", formats.number(count)));
    }

    public String progress(Extension one) {
        return t.with(
                "extensions",
                "progress",
                "extended",
                formats.number(one.figures().extended()),
                "passedOver",
                formats.number(one.figures().passedOver()));
    }

    public String tone(Extension one) {
        return switch (one.state()) {
            case REQUESTED -> "warn";
            case APPROVED, RUNNING -> "when";
            case DONE -> "gain";
            case UNDONE -> "";
        };
    }

    /** Whether something runs, so that the page looks again. */
    public boolean isBusy() {
        return getAll().stream().anyMatch(one -> one.state() == Extension.State.RUNNING);
    }

    /** What was just done; empty when nothing was. */
    public String getTold() {
        return told;
    }

    public String getProgram() {
        return program;
    }

    public void setProgram(String program) {
        this.program = program;
    }

    public ExtensionWish.What getWhat() {
        return what;
    }

    public void setWhat(ExtensionWish.What what) {
        this.what = what;
    }

    public @Nullable LocalDate getThrough() {
        return through;
    }

    public void setThrough(@Nullable LocalDate through) {
        this.through = through;
    }

    public int getMonths() {
        return months;
    }

    public void setMonths(int months) {
        this.months = months;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason.strip();
    }
}
