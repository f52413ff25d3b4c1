package io.steadfast.imports.faces;

import io.steadfast.imports.ImportService;
import io.steadfast.imports.core.ImportView;
import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.jobs.Job;
import io.steadfast.platform.jobs.JobLine;
import io.steadfast.platform.jobs.JobService;
import io.steadfast.platform.jobs.JobStatus;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The brand's long pieces of work, the latest first: on the home all of them, beside the imports the others. */
@Named("work")
@RequestScoped
public class JobsBean {

    private static final String FEATURE = "imports";
    private static final int AT_HOME = 5;
    private static final int BESIDE = 20;

    @Inject
    private JobService jobs;

    @Inject
    private ImportService imports;

    @Inject
    private FrameBean frame;

    @Inject
    private Formats formats;

    @Inject
    private PageTexts t;

    private @Nullable List<JobRow> latest;
    private @Nullable List<JobRow> others;

    /** Imports and whatever else was asked for; imports for those only who run them. */
    public List<JobRow> getLatest() {
        if (latest == null) {
            Stream<JobRow> files = frame.may("IMPORTS_RUN")
                    ? imports.list(Optional.empty(), AT_HOME).stream().map(JobsBean::row)
                    : Stream.empty();
            latest = Stream.concat(files, beside(AT_HOME).stream())
                    .sorted(Comparator.comparing(JobRow::at).reversed())
                    .limit(AT_HOME)
                    .toList();
        }
        return latest;
    }

    /** Whatever was asked for besides imports. */
    public List<JobRow> getOthers() {
        if (others == null) {
            others = beside(BESIDE);
        }
        return others;
    }

    private List<JobRow> beside(int limit) {
        if (!frame.isConsole()) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
        return jobs.latest(limit).stream().map(JobLine::job).map(this::row).toList();
    }

    /** Whether anything is under way that the page should go on looking at. */
    public boolean isBusy() {
        return getLatest().stream().anyMatch(JobRow::isUnderWay);
    }

    /** As {@link #isBusy}, of the others. */
    public boolean isOthersBusy() {
        return getOthers().stream().anyMatch(JobRow::isUnderWay);
    }

    private static JobRow row(ImportView one) {
        JobStatus status = switch (one.state()) {
            case RECEIVING, STAGING -> JobStatus.QUEUED;
            case RUNNING -> JobStatus.RUNNING;
            case COMPLETED -> JobStatus.COMPLETED;
            case FAILED -> JobStatus.FAILED;
        };
        return new JobRow(
                "import",
                Optional.of(one.fileName()),
                status,
                one.total(),
                one.done() + one.failed(),
                one.failed(),
                one.requestedAt(),
                "/console/imports");
    }

    private JobRow row(Job job) {
        return new JobRow(
                job.kind(),
                Optional.empty(),
                job.status(),
                job.total(),
                job.done() + job.failed(),
                job.failed(),
                job.createdAt(),
                link(job.kind()));
    }

    private String link(String kind) {
        return switch (kind) {
            case "extension" ->
                frame.may("EXTENSIONS_REQUEST") || frame.may("EXTENSIONS_APPROVE") ? "/console/extensions" : "";
            case "sandbox_clock" -> frame.may("PEOPLE_EDIT") ? "/console/clock" : "";
            default -> "";
        };
    }

    /** What it is: a file's name, or the kind of work. */
    public String name(JobRow one) {
        return one.file().orElseGet(() -> kind(one));
    }

    private String kind(JobRow one) {
        return t.orCode("tenants", "kind", one.kind());
    }

    /** The kind where a file's name says what it is, and how far it is. */
    public String under(JobRow one) {
        String far = one.total().isEmpty() && one.handled() == 0
                ? ""
                : t.with(
                        FEATURE,
                        "job_progress",
                        "done",
                        formats.number(one.handled()),
                        "total",
                        one.total().map(formats::number).orElse("…"));
        String lost = one.failed() == 0 ? "" : t.with(FEATURE, "job_failed", "failed", formats.number(one.failed()));
        return Stream.of(one.file().map(name -> kind(one)).orElse(""), far, lost)
                .filter(part -> !part.isEmpty())
                .reduce((before, after) -> before + " · " + after)
                .orElse("");
    }

    public String tone(JobRow one) {
        return one.status() == JobStatus.FAILED ? "danger" : one.isUnderWay() ? "when" : "gain";
    }

    public String icon(JobRow one) {
        return switch (one.kind()) {
            case "import" -> "pi-upload";
            case "extension" -> "pi-calendar-plus";
            case "sandbox_clock" -> "pi-clock";
            default -> "pi-cog";
        };
    }
}
