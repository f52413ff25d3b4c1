package io.steadfast.designer.faces;

import io.steadfast.designer.faces.TrialSide.Judge;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.programs.core.ProgramDraft;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The drafts and versions that may judge an order side by side. */
@Named("trialJudges")
@RequestScoped
public class TrialJudgesBean {

    private static final String NOBODY = "none";

    @Inject
    private DraftsBean drafts;

    @Inject
    private SwitcherBean switcher;

    @Inject
    private PageTexts t;

    private @Nullable List<Judge> all;

    /** This draft, the other drafts, then the versions that weren't taken back, the latest first. */
    public List<Judge> getAll() {
        if (all == null) {
            List<Judge> judges = new ArrayList<>();
            judges.add(draft(drafts.getDraft()));
            switcher.getAll().stream().filter(one -> !switcher.isShown(one)).forEach(one -> judges.add(draft(one)));
            drafts.standing().forEach(version -> {
                int number = version.version().version();
                judges.add(new Judge(
                        "v" + number,
                        t.with("designer", "version_of", "version", number),
                        version.version().document()));
            });
            all = List.copyOf(judges);
        }
        return all;
    }

    private Judge draft(ProgramDraft draft) {
        String title = switcher.isSeveral() ? switcher.name(draft) : t.text("designer", "the_draft");
        return new Judge(draft.id().toString(), title, draft.document());
    }

    /** On the left this draft unless another is chosen; on the right the version in force, where there is one. */
    List<Judge> chosen() {
        List<Judge> chosen = new ArrayList<>();
        chosen.add(named(getLeft()).orElseGet(() -> getAll().get(0)));
        named(getRight()).ifPresent(chosen::add);
        return chosen;
    }

    private Optional<Judge> named(String code) {
        return getAll().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public String getLeft() {
        String wanted = drafts.parameter("left");
        return wanted.isEmpty() ? getAll().get(0).code() : wanted;
    }

    public String getRight() {
        String wanted = drafts.parameter("right");
        if (!wanted.isEmpty()) {
            return wanted;
        }
        return drafts.getSummary().inForce().map(number -> "v" + number).orElse(NOBODY);
    }

    public boolean isLeft(Judge judge) {
        return judge.code().equals(getLeft());
    }

    public boolean isRight(Judge judge) {
        return judge.code().equals(getRight());
    }
}
