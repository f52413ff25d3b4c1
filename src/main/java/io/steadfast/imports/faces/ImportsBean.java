package io.steadfast.imports.faces;

import io.steadfast.imports.ImportIntake;
import io.steadfast.imports.ImportRights;
import io.steadfast.imports.ImportService;
import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.ImportPlan;
import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.imports.core.ImportState;
import io.steadfast.imports.core.ImportView;
import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.Given;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.CsvLines;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.programs.PublishedWallets;
import io.steadfast.programs.core.ProgramSummary;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** The page console/imports: a file is given, how far it is taken is seen, what couldn't be taken is carried home. */
@Named("imports")
@RequestScoped
public class ImportsBean {

    private static final int ROWS = 20;
    private static final int LONGEST_NAME = 200;

    @Inject
    private ImportIntake intake;

    @Inject
    private ImportService service;

    @Inject
    private ImportRights rights;

    @Inject
    private PublishedWallets programs;

    @Inject
    private FrameBean frame;

    @Inject
    private Formats formats;

    @Inject
    private PageTexts t;

    private ImportKind kind = ImportKind.MEMBERS;
    /** Null where none was chosen: an empty choice comes as null. */
    private @Nullable String program;

    private String effects = "all";
    private String columns = "";
    private boolean rehearsal = true;
    private @Nullable Part file;
    private @Nullable List<ImportView> all;

    public List<ImportView> getAll() {
        if (all == null) {
            must();
            all = service.list(Optional.empty(), ROWS);
        }
        return all;
    }

    /** Whether anything is under way that the page should go on looking at. */
    public boolean isBusy() {
        return getAll().stream().anyMatch(one -> !one.isOver());
    }

    /** What this person may import. */
    public List<ImportKind> getKinds() {
        return Stream.of(ImportKind.values())
                .filter(each -> missing(each).isEmpty())
                .toList();
    }

    /** What they may not, each with the rights that it takes, in words. */
    public List<String> getClosed() {
        return Stream.of(ImportKind.values())
                .filter(each -> !missing(each).isEmpty())
                .map(each -> t.with(
                        "imports",
                        "closed",
                        "kind",
                        t.text("imports", "kind." + each),
                        "rights",
                        missing(each).stream()
                                .map(right -> t.text("imports", "right." + right))
                                .collect(Collectors.joining(t.text("imports", "and")))))
                .toList();
    }

    private List<Permission> missing(ImportKind one) {
        return rights.missing(one, ImportPlan.NewMembers.MADE);
    }

    public List<String> getEffectChoices() {
        return List.of("all", "metrics", "none");
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

    /** Takes the file in and shows the page anew, so that a reload doesn't send it twice. */
    public String take() throws IOException {
        must();
        ImportPlan plan = new ImportPlan(
                kind,
                Optional.ofNullable(program)
                        .filter(code -> !code.isEmpty())
                        .map(code -> Given.code(code, ProgramCode::new, ImportRefusal.PROGRAM_NEEDED)),
                ColumnNames.read(kind, columns),
                "import",
                effects,
                ImportPlan.NewMembers.MADE,
                rehearsal ? ImportPlan.Mode.DRY_RUN : ImportPlan.Mode.FOR_GOOD);
        rights.must(plan);
        if (file == null || file.getSize() == 0) {
            throw new Refusal(ImportRefusal.FILE_EMPTY);
        }
        if (plan.program().isEmpty() && kind != ImportKind.MEMBERS && kind != ImportKind.BALANCES) {
            throw new Refusal(ImportRefusal.PROGRAM_NEEDED);
        }
        String name = Optional.ofNullable(file.getSubmittedFileName()).orElse("file.csv");
        intake.accept(plan, name.substring(0, Math.min(name.length(), LONGEST_NAME)), file.getInputStream());
        return "/console/imports?faces-redirect=true";
    }

    /** What couldn't be taken, as a file in the reader's language. */
    public void download(UUID id) throws IOException {
        must();
        Locale language = frame.getLocale();
        Faces.sendFile("errors-" + id + ".csv", true, out -> write(id, language, out));
    }

    private void write(UUID id, Locale language, OutputStream out) {
        try (CsvLines lines = new CsvLines(out, List.of("line", "field", "code", "message"))) {
            List<ImportService.RowError> errors = service.errors(id, 0, "", language);
            while (!errors.isEmpty()) {
                errors.forEach(error ->
                        lines.write(List.of(Long.toString(error.line()), error.field(), error.code(), error.text())));
                ImportService.RowError last = errors.get(errors.size() - 1);
                errors = service.errors(id, last.line(), last.field(), language);
            }
        }
    }

    public String progress(ImportView one) {
        return t.with(
                "imports",
                "progress",
                "done",
                formats.number(one.done()),
                "total",
                one.total().map(formats::number).orElse("…"),
                "failed",
                formats.number(one.failed()));
    }

    public long handled(ImportView one) {
        return one.done() + one.failed();
    }

    public String problem(ImportView one) {
        return one.problem().map(code -> t.with("imports", code)).orElse("");
    }

    public String tone(ImportView one) {
        return one.state() == ImportState.FAILED ? "danger" : one.state() == ImportState.COMPLETED ? "gain" : "when";
    }

    private void must() {
        if (!frame.may("IMPORTS_RUN")) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }

    public ImportKind getKind() {
        return kind;
    }

    public void setKind(ImportKind kind) {
        this.kind = kind;
    }

    public @Nullable String getProgram() {
        return program;
    }

    public void setProgram(@Nullable String program) {
        this.program = program;
    }

    /** The fields of a kind, as a hint. */
    public String fields(ImportKind one) {
        return String.join(", ", one.fields());
    }

    public String getColumns() {
        return columns;
    }

    public void setColumns(@Nullable String columns) {
        this.columns = columns == null ? "" : columns;
    }

    public String getEffects() {
        return effects;
    }

    public void setEffects(String effects) {
        this.effects = effects;
    }

    public boolean isRehearsal() {
        return rehearsal;
    }

    public void setRehearsal(boolean rehearsal) {
        this.rehearsal = rehearsal;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
