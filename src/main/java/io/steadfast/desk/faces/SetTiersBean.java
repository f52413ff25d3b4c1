package io.steadfast.desk.faces;

import io.steadfast.desk.CorrectionService;
import io.steadfast.desk.DeskRefusal;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.idempotency.PageActions;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.shared.MemberId;
import io.steadfast.tiers.LentTier;
import io.steadfast.tiers.TierView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tiers that staff set for a member and that stand, and their end before their day; each once. */
@Named("setTiers")
@RequestScoped
public class SetTiersBean {

    private static final List<String> REASONS = List.of("MISTAKE", "MISUSE", "OWN_WISH", "OTHER");

    @Inject
    private CorrectionService service;

    @Inject
    private MemberBean page;

    @Inject
    private OfficeBean office;

    @Inject
    private TierWords laddered;

    @Inject
    private PageActions actions;

    @Inject
    private FrameBean frame;

    @Inject
    private PageTexts t;

    @Inject
    private HttpServletRequest request;

    private final ActsForm form = new ActsForm();
    private String action = PageActions.newId();
    private @Nullable Map<String, String> standing;

    public ActsForm getForm() {
        return form;
    }

    public List<String> getReasons() {
        return REASONS;
    }

    /** The ladders they stand on, as the form names them, and until when they do. */
    public Map<String, String> getStanding() {
        if (standing == null) {
            standing = read();
        }
        return standing;
    }

    private Map<String, String> read() {
        Map<String, String> read = new LinkedHashMap<>();
        for (LentTier one : service.held(id())) {
            office.getTiers().stream()
                    .filter(view -> view.ref().equals(one.ref()))
                    .forEach(view -> read.merge(name(view), label(view, one), (first, next) -> first + " · " + next));
        }
        return read;
    }

    private static String name(TierView view) {
        return view.ref().program() + "/" + view.ref().set().value();
    }

    private String label(TierView view, LentTier one) {
        return t.with(
                "desk",
                "tier_held",
                "tier",
                office.tierName(one.tier().value()),
                "day",
                one.until().map(end -> laddered.lastDay(view, end)).orElse(""));
    }

    public void end() throws IOException {
        frame.must("MEMBERS_CORRECT");
        MemberId id = id();
        TierView chosen = office.getTiers().stream()
                .filter(view -> name(view).equals(form.getTier()))
                .findFirst()
                .orElseThrow(() -> new Refusal(DeskRefusal.CHOICE_NEEDED));
        actions.once(action, id + " release " + form.getTier(), () -> {
            service.release(id, chosen.ref(), form.getReason());
            return UUID.randomUUID().toString();
        });
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(request.getContextPath() + "/console/member?id=" + id + "&done=released_tier");
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
