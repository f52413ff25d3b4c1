package io.steadfast.designer.faces;

import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.refusals.FieldError;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.refusals.RefusalTexts;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.DraftFindings;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.PublishService;
import io.steadfast.programs.core.Earning;
import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramDraft;
import io.steadfast.programs.core.ProgramRefusal;
import io.steadfast.programs.core.ProgramSummary;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.PublishedVersion;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page console/program: the draft as sentences, its problems, what a member gets, and the versions. Keeps nothing
 * between requests: the form names program, draft and the draft's version, and a save of anything older is refused.
 */
@Named("program")
@RequestScoped
public class ProgramBean {

    @Inject
    private ProgramService service;

    @Inject
    private PublishService publisher;

    @Inject
    private TenantClock clock;

    @Inject
    private HttpServletRequest request;

    @Inject
    private FrameBean frame;

    @Inject
    private PageTexts t;

    @Inject
    private Formats formats;

    private @Nullable ProgramSummary summary;
    private @Nullable ProgramDraft draft;
    private @Nullable List<RuleForm> rules;
    private @Nullable DraftFindings findings;
    private String wrong = "";
    private String basket = "40.00";

    public ProgramSummary getSummary() {
        if (summary == null) {
            summary = service.find(code()).orElseThrow(() -> new Refusal(ProgramRefusal.PROGRAM_UNKNOWN));
        }
        return summary;
    }

    private ProgramCode code() {
        String code = Optional.ofNullable(request.getParameter("code")).orElse("");
        try {
            return new ProgramCode(code);
        } catch (IllegalArgumentException noCode) {
            throw new Refusal(ProgramRefusal.PROGRAM_UNKNOWN);
        }
    }

    /** The draft one works on: the one named, else the one changed last, else a new one from the latest version. */
    public ProgramDraft getDraft() {
        if (draft == null) {
            Optional<UUID> named = Optional.ofNullable(request.getParameter("draft"))
                    .filter(id -> !id.isEmpty())
                    .map(UUID::fromString);
            draft = named.isPresent() || getSummary().drafts().isEmpty()
                    ? named.map(id -> service.draft(code(), named)).orElseGet(() -> service.newDraft(code()))
                    : getSummary().drafts().get(0);
        }
        return draft;
    }

    public ProgramDocument getDocument() {
        return getDraft().document();
    }

    public String getName() {
        return getDocument().basics().name().in(frame.getLocale());
    }

    public boolean isEditable() {
        return frame.may("PROGRAMS_EDIT");
    }

    public List<RuleForm> getRules() {
        if (rules == null) {
            rules = forms(getDocument());
        }
        return rules;
    }

    private List<RuleForm> forms(ProgramDocument document) {
        Words words = new Words(frame.getLocale());
        return document.earning().rules().stream()
                .map(rule -> new RuleForm(rule, words, document.basics().currency()))
                .toList();
    }

    /** Keeps the draft as the sentences now say; called after every change of a value. */
    public void save() {
        if (!isEditable()) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
        ProgramDraft before = getDraft();
        try {
            ProgramDocument changed =
                    before.document().withEarning(changed(before.document().earning()));
            if (!changed.equals(before.document())) {
                draft = service.save(code(), Optional.of(before.id()), version(before), changed);
                findings = null;
            }
        } catch (NotANumber typed) {
            wrong = t.with("designer", "not_a_number", "typed", typed.typed());
        }
    }

    /** The version the page showed; the draft may have moved on since, in another window or another's hands. */
    private long version(ProgramDraft before) {
        String shown = request.getParameter("version");
        return shown != null && shown.matches("[0-9]{1,18}") ? Long.parseLong(shown) : before.version();
    }

    private Earning changed(Earning earning) {
        List<EarningRule> read = new ArrayList<>();
        for (RuleForm form : getRules()) {
            read.add(form.read());
        }
        return new Earning(
                read,
                earning.groups(),
                earning.multipliers(),
                earning.basis(),
                earning.pending(),
                earning.budgets(),
                earning.caps());
    }

    /** Puts the draft in force from now on. */
    public String publish() {
        if (!frame.may("PROGRAMS_PUBLISH")) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
        save();
        if (!wrong.isEmpty()) {
            return "";
        }
        ProgramVersion made = publisher.publish(code(), Optional.of(getDraft().id()), clock.now());
        return "/console/program?faces-redirect=true&published=" + made.version() + "&code=" + code().value();
    }

    public DraftFindings getFindings() {
        if (findings == null) {
            findings = service.check(code(), Optional.of(getDraft().id()));
        }
        return findings;
    }

    public String text(FieldError problem) {
        return RefusalTexts.text(problem.reason(), problem.details(), frame.getLocale());
    }

    public List<PublishedVersion> getVersions() {
        return service.versions(code());
    }

    /** Whether the draft says something else than the version published last. */
    public boolean isChanged() {
        return getVersions().stream()
                .findFirst()
                .map(last -> !last.version().document().equals(getDocument()))
                .orElse(true);
    }

    /** From where on a member is in the tier. */
    public String threshold(TierSet set, Tier tier) {
        if (tier.threshold() == 0) {
            return t.text("designer", "from_the_start");
        }
        boolean money = set.metric().kind() == TierSet.Metric.Kind.SPEND;
        return money
                ? formats.money(
                        tier.threshold(), getDocument().basics().currency().getCurrencyCode())
                : formats.number(tier.threshold());
    }

    public Example getExample() {
        return Example.of(getDocument(), basket, new Words(frame.getLocale()), clock.now());
    }

    public String getBasket() {
        return basket;
    }

    public void setBasket(String basket) {
        this.basket = basket.strip();
    }

    /** What was typed and is no number; empty when everything is. */
    public String getWrong() {
        return wrong;
    }
}
