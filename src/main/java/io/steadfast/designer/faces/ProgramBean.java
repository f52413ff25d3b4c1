package io.steadfast.designer.faces;

import io.steadfast.designer.DocumentEdits;
import io.steadfast.designer.Edit;
import io.steadfast.designer.NotThat;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.programs.InBrief;
import io.steadfast.programs.TextLengths;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramDraft;
import io.steadfast.programs.core.ProgramRefusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page console/program: the sections of the draft, and the edits that its values and buttons make. */
@Named("program")
@RequestScoped
public class ProgramBean {

    @Inject
    private DraftsBean drafts;

    @Inject
    private EditHistoryBean history;

    @Inject
    private ChoicesBean choices;

    @Inject
    private FrameBean frame;

    @Inject
    private PageTexts t;

    private String wrong = "";
    private String wrongAt = "";
    private Optional<Edit> refused = Optional.empty();
    private @Nullable ProgramDocument looked;
    private @Nullable Section section;
    private @Nullable Optional<String> brief;

    public ProgramDraft getDraft() {
        return drafts.getDraft();
    }

    public ProgramDocument getDocument() {
        return drafts.document();
    }

    /** The document with what is being typed, before it is saved. */
    ProgramDocument looked() {
        return looked == null ? getDocument() : looked;
    }

    public String getName() {
        return getDocument().basics().name().in(frame.getLocale());
    }

    public boolean isEditable() {
        return frame.may("PROGRAMS_EDIT");
    }

    public Section.Topic getTopic() {
        return Section.Topic.of(drafts.parameter("section")).orElse(Section.Topic.EARN);
    }

    public List<Section.Topic> getTopics() {
        return List.of(Section.Topic.values());
    }

    public Section getSection() {
        if (section == null) {
            section = section(new Say(getDocument(), frame.getLocale(), choices.all()));
        }
        return section;
    }

    private Section section(Say say) {
        return switch (getTopic()) {
            case BASICS -> new BasicsSection(say).section();
            case EARN -> new EarnSection(say).section();
            case TIERS -> new TiersSection(say).section();
            case EXPIRY -> new ExpirySection(say).section();
            case REWARDS -> new RewardsSection(say).section();
            case STAMPS -> new StampsSection(say).section();
            case PLANS -> new PlansSection(say).section();
            case GIVING -> new GivingSection(say).section();
            case LIMITS -> new LimitsSection(say).section();
            case TERMS -> new BasicsSection(say).terms();
        };
    }

    /** Makes the edit that the page asks for and keeps the draft; called after every change of a value. */
    public void edit() {
        if (!isEditable()) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
        String op = drafts.parameter("op");
        if (op.equals("UNDO") || op.equals("REDO")) {
            step(op);
            return;
        }
        asked(op).ifPresent(this::make);
    }

    /** Shows what the edit would do without keeping it, while somebody types. */
    public void look() {
        frame.must("PROGRAMS_VIEW");
        asked(drafts.parameter("op")).ifPresent(edit -> {
            try {
                looked = DocumentEdits.apply(getDocument(), edit);
            } catch (NotThat notYet) {
                looked = null;
            }
        });
    }

    private Optional<Edit> asked(String op) {
        String value = drafts.parameter("value");
        try {
            return Stream.of(Edit.Op.values())
                    .filter(one -> one.name().equals(op))
                    .findFirst()
                    .map(one -> new Edit(one, drafts.parameter("path"), value));
        } catch (NotThat tooLong) {
            wrongAt = drafts.parameter("path");
            wrong = t.with("designer", "text_too_long", "most", TextLengths.most(wrongAt));
            return Optional.empty();
        }
    }

    private void make(Edit edit) {
        ProgramDocument before = getDocument();
        try {
            ProgramDocument changed = DocumentEdits.apply(before, edit);
            if (!changed.equals(before)) {
                drafts.save(changed);
                history.changed(getDraft().id(), before);
            }
        } catch (NotThat typed) {
            wrong(typed);
            wrongAt = edit.path();
        } catch (Refusal changedMeanwhile) {
            if (changedMeanwhile.reason() != ProgramRefusal.DRAFT_CHANGED) {
                throw changedMeanwhile;
            }
            drafts.readAgain();
            refused = Optional.of(edit);
        }
    }

    private void step(String op) {
        ProgramDocument present = getDocument();
        Optional<ProgramDocument> to = op.equals("UNDO")
                ? history.undo(getDraft().id(), present)
                : history.redo(getDraft().id(), present);
        to.ifPresent(drafts::save);
    }

    private void wrong(NotThat typed) {
        wrong = typed.typed().isBlank()
                ? t.text("designer", "must_stand")
                : t.with("designer", "not_a_number", "typed", typed.typed());
    }

    public boolean isUndoable() {
        return history.canUndo(getDraft().id());
    }

    public boolean isRedoable() {
        return history.canRedo(getDraft().id());
    }

    /** What was typed and doesn't fit; empty when everything does. */
    public String getWrong() {
        return wrong;
    }

    /** Where what doesn't fit was typed. */
    public String getWrongAt() {
        return wrongAt;
    }

    /** An edit that met somebody else's: shown, and one click away from being made after all. */
    public Optional<Edit> getRefused() {
        return refused;
    }

    /** The address of a section of this draft. */
    public String address(Section.Topic topic) {
        return "?code=" + drafts.code().value() + "&draft=" + getDraft().id() + "&section=" + topic.code();
    }

    /** What the section one works on does now, in a sentence; empty where the program has nothing of it. */
    public Optional<String> getBrief() {
        if (brief == null) {
            brief = InBrief.of(getDocument(), InBrief.About.valueOf(getTopic().name()), frame.getLocale());
        }
        return brief;
    }

    /** The key of a section's texts. */
    public String key(Section.Topic topic) {
        return "section." + topic.name().toLowerCase(Locale.ROOT);
    }
}
