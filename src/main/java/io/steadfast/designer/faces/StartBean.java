package io.steadfast.designer.faces;

import io.steadfast.designer.NewProgram;
import io.steadfast.designer.NotThat;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramKind;
import io.steadfast.programs.core.Wallet;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the page asks before a program begins: what it is for, in which money, and then of which kind. */
@Named("start")
@RequestScoped
public class StartBean {

    /** Of a point in minor units, where nobody says. */
    private static final String WORTH = "1";

    @Inject
    private CurrentTenant tenant;

    @Inject
    private FrameBean frame;

    @Inject
    private PageTexts t;

    @Inject
    private HttpServletRequest request;

    public List<NewProgram.Goal> getGoals() {
        return List.of(NewProgram.Goal.values());
    }

    public List<ProgramKind> getKinds() {
        return List.of(ProgramKind.values());
    }

    /** What was chosen, else what most programs are for. */
    public NewProgram.Goal getGoal() {
        return one(NewProgram.Goal.values(), typed("goal")).orElse(NewProgram.Goal.SALES);
    }

    /** What was chosen, else what usually serves the goal. */
    public ProgramKind getKind() {
        return one(ProgramKind.values(), typed("kind")).orElse(getGoal().usual());
    }

    private static <T extends Enum<T>> Optional<T> one(T[] all, String name) {
        return Stream.of(all).filter(each -> each.name().equals(name)).findFirst();
    }

    /** The goals that a template serves, as in {@code SALES REFERRAL}. */
    public String serves(String template) {
        return ProgramTemplates.find(template).map(StartBean::goals).orElse(Set.of()).stream()
                .map(NewProgram.Goal::name)
                .collect(Collectors.joining(" "));
    }

    private static Set<NewProgram.Goal> goals(ProgramDocument document) {
        Set<NewProgram.Goal> goals = EnumSet.noneOf(NewProgram.Goal.class);
        if (!document.tierSets().isEmpty() || !document.plans().isEmpty()) {
            goals.add(NewProgram.Goal.RETENTION);
        }
        if (document.referral().isPresent()) {
            goals.add(NewProgram.Goal.REFERRAL);
        }
        if (document.giving().gives()) {
            goals.add(NewProgram.Goal.VALUES);
        } else if (document.wallets().stream().anyMatch(wallet -> wallet.purpose() == Wallet.Purpose.REWARD)) {
            goals.add(NewProgram.Goal.SALES);
        }
        return goals;
    }

    /** The brand's own, which a program of one's own takes where nothing else is typed. */
    public String getOwnCurrency() {
        return tenant.tenant().currency().getCurrencyCode();
    }

    /** The brand's own, as the currency. */
    public String getOwnZone() {
        return tenant.tenant().zone().getId();
    }

    /** What was typed; what wasn't stays empty. */
    NewProgram.Values given() {
        return values(typed("currency"), typed("zone"), typed("worth"));
    }

    /** Everything a program without a template needs. */
    NewProgram.Said said() {
        return new NewProgram.Said(
                getGoal(),
                getKind(),
                values(or("currency", getOwnCurrency()), or("zone", getOwnZone()), or("worth", WORTH)));
    }

    private NewProgram.Values values(String currency, String zone, String worth) {
        return new NewProgram.Values(
                typed("name"), frame.getLanguageTag(), currency, zone, worth, typed("share"), typed("margin"));
    }

    private String or(String field, String otherwise) {
        return typed(field).isBlank() ? otherwise : typed(field);
    }

    String misfit(NotThat misfit) {
        return misfit.typed().isBlank()
                ? t.text("designer", "name_missing")
                : t.with("designer", "misfit", "typed", misfit.typed());
    }

    /** What stood in a field of the page; empty before it is sent. */
    public String typed(String field) {
        return Optional.ofNullable(request.getParameter(field)).orElse("");
    }
}
