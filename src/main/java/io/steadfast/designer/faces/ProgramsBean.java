package io.steadfast.designer.faces;

import io.steadfast.designer.Basket;
import io.steadfast.designer.NewProgram;
import io.steadfast.designer.NotThat;
import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.Given;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.refusals.RefusalTexts;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.PublishApprovalService;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramDraft;
import io.steadfast.programs.core.ProgramRefusal;
import io.steadfast.programs.core.ProgramSummary;
import io.steadfast.programs.core.PublishWish;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages console/programs and console/begin: what runs, and the ways to begin another one. */
@Named("programs")
@RequestScoped
public class ProgramsBean {
    private static final int MOST = 200;
    private static final int NAMES_TRIED = 50;
    private static final long PICTURE_BASKET = 4_000;
    private static final int MOST_BESIDES = 2;

    @Inject
    private ProgramService service;

    @Inject
    private PublishApprovalService approvals;

    @Inject
    private FrameBean frame;

    @Inject
    private Formats f;

    @Inject
    private TenantClock clock;

    @Inject
    private StartBean start;

    private @Nullable List<ProgramSummary> all;
    private @Nullable List<PublishWish> waiting;
    private final Map<String, List<Example>> pictures = new HashMap<>();
    private String wrong = "";

    public List<ProgramSummary> getAll() {
        if (all == null) {
            if (!frame.may("PROGRAMS_VIEW")) {
                throw new Refusal(SecurityRefusal.NOT_PERMITTED);
            }
            all = service.list("", MOST);
        }
        return all;
    }

    /** What waits for a second person in a program; empty for nothing. */
    public Optional<PublishWish> waiting(ProgramSummary program) {
        if (waiting == null) {
            waiting = approvals.waiting(MOST);
        }
        return waiting.stream()
                .filter(wish -> wish.program().equals(program.code()))
                .findFirst();
    }

    public List<String> getTemplates() {
        return ProgramTemplates.names();
    }

    /** What a template pays for one basket, in each tier: its picture. */
    public List<Example> pays(String template) {
        return pictures.computeIfAbsent(
                template, name -> ProgramTemplates.find(name).map(this::drawn).orElse(List.of()));
    }

    private List<Example> drawn(ProgramDocument document) {
        Say say = new Say(document, frame.getLocale());
        return Example.all(say, Basket.of(PICTURE_BASKET, GetsBean.stamped(document)), clock.now());
    }

    /** What a template gives for the picture's basket: points, or money where it gives credit. */
    public String figure(String template, Example example) {
        return ProgramTemplates.find(template)
                .filter(GetsBean::isCredit)
                .map(document ->
                        f.money(example.points(), document.basics().currency().getCurrencyCode()))
                .orElseGet(() -> f.number(example.points()));
    }

    /** What its first example member gets besides points: for many templates the very idea. */
    public List<Example.Beside> besides(String template) {
        return pays(template).stream()
                .findFirst()
                .map(first -> first.besides().stream().limit(MOST_BESIDES).toList())
                .orElse(List.of());
    }

    public String name(ProgramSummary program) {
        return program.document().basics().name().in(frame.getLocale());
    }

    /** What was typed and doesn't fit; empty when everything does. */
    public String getWrong() {
        return wrong;
    }

    /** Begins a program without rules, from what the page asks first. */
    public String beginEmpty() {
        mayEdit();
        try {
            NewProgram.Said said = start.said();
            ProgramCode code = free(NewProgram.code(said.values().name()));
            return opened(service.create(code, NewProgram.document(code, said)));
        } catch (NotThat misfit) {
            wrong = start.misfit(misfit);
            return "";
        }
    }

    /** Begins a program from a template, with the values that were given, and opens it. */
    public String begin(String template) {
        mayEdit();
        NewProgram.Values values = start.given();
        String own = ProgramTemplates.find(template)
                .map(document -> document.basics().code().value())
                .orElse(template.toLowerCase(Locale.ROOT));
        String wanted = values.name().isBlank() ? own : NewProgram.code(values.name());
        try {
            ProgramTemplates.find(template).ifPresent(document -> NewProgram.with(document, values));
        } catch (NotThat misfit) {
            wrong = start.misfit(misfit);
            return "";
        }
        ProgramCode code = free(wanted);
        ProgramDraft made = service.createFrom(code, template);
        ProgramDocument copied = code.value().equals(own) ? made.document() : NewProgram.copy(made.document(), code);
        ProgramDocument document = NewProgram.with(copied, values);
        return document.equals(made.document())
                ? opened(made)
                : opened(service.save(code, Optional.of(made.id()), made.version(), document));
    }

    /** Begins a program as a copy of an own one. */
    public String copy(String program) {
        mayEdit();
        ProgramSummary own = service.find(Given.code(program, ProgramCode::new, ProgramRefusal.PROGRAM_UNKNOWN))
                .orElseThrow(() -> new Refusal(ProgramRefusal.PROGRAM_UNKNOWN));
        ProgramCode code = free(program);
        return opened(service.create(code, NewProgram.copy(own.document(), code)));
    }

    /** Begins a program from a file, or a further draft where the program is there already. */
    public String beginFromFile() {
        mayEdit();
        try {
            ProgramDocument document = ProgramDocumentCodec.read(start.typed("document"));
            ProgramCode code = document.basics().code();
            if (service.find(code).isEmpty()) {
                return opened(service.create(code, document));
            }
            ProgramDraft draft = service.newDraft(code);
            return opened(service.save(code, Optional.of(draft.id()), draft.version(), document));
        } catch (Refusal unreadable) {
            wrong = unreadable.errors().stream()
                    .findFirst()
                    .map(error ->
                            error.path() + ": " + RefusalTexts.text(error.reason(), error.details(), frame.getLocale()))
                    .orElseGet(() -> RefusalTexts.text(unreadable.reason(), unreadable.details(), frame.getLocale()));
            return "";
        }
    }

    private static String opened(ProgramDraft draft) {
        return "/console/program?faces-redirect=true&code=" + draft.program().value() + "&draft=" + draft.id();
    }

    private void mayEdit() {
        if (!frame.may("PROGRAMS_EDIT")) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }

    /** The code that is wanted, with a number where it is taken. */
    private ProgramCode free(String wanted) {
        for (int number = 1; number <= NAMES_TRIED; number++) {
            ProgramCode code = new ProgramCode(number == 1 ? wanted : wanted + "-" + number);
            if (service.find(code).isEmpty()) {
                return code;
            }
        }
        throw new Refusal(ProgramRefusal.PROGRAM_EXISTS, Map.of("program", wanted));
    }
}
