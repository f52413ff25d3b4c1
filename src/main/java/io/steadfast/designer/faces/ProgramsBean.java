package io.steadfast.designer.faces;

import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.ProgramRefusal;
import io.steadfast.programs.core.ProgramSummary;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page console/programs: what runs, what is being worked on, and the templates to begin with. */
@Named("programs")
@RequestScoped
public class ProgramsBean {
    private static final int MOST = 200;
    private static final int NAMES_TRIED = 50;

    @Inject
    private ProgramService service;

    @Inject
    private FrameBean frame;

    private @Nullable List<ProgramSummary> all;

    public List<ProgramSummary> getAll() {
        if (all == null) {
            all = service.list("", MOST);
        }
        return all;
    }

    public List<String> getTemplates() {
        return ProgramTemplates.names();
    }

    public String name(ProgramSummary program) {
        return program.document().basics().name().in(frame.getLocale());
    }

    /** Begins a program from a template and opens it. */
    public String begin(String template) {
        if (!frame.may("PROGRAMS_EDIT")) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
        ProgramCode code = free(template);
        service.createFrom(code, template);
        return "/console/program?faces-redirect=true&code=" + code.value();
    }

    /** The template's own code, with a number where it is taken. */
    private ProgramCode free(String template) {
        String wanted = ProgramTemplates.find(template)
                .map(document -> document.basics().code().value())
                .orElse(template.toLowerCase(Locale.ROOT));
        for (int number = 1; number <= NAMES_TRIED; number++) {
            ProgramCode code = new ProgramCode(number == 1 ? wanted : wanted + "-" + number);
            if (service.find(code).isEmpty()) {
                return code;
            }
        }
        throw new Refusal(ProgramRefusal.PROGRAM_EXISTS, Map.of("program", wanted));
    }
}
