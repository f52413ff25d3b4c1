package io.steadfast.designer.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of the page console/program. After an edit only those are drawn again that say something else: a program of two hundred
 * rules would else be sent and built anew for each figure.
 */
@Named("redraw")
@RequestScoped
public class RedrawBean {

    private static final String WHOLE = "blocks";

    /** Names are kept for as long as somebody is signed in; a page makes them of some twenty letters. */
    private static final int LONGEST_NAME = 40;

    @Inject
    private ProgramBean program;

    @Inject
    private DraftsBean drafts;

    @Inject
    private EditHistoryBean history;

    @Inject
    private ChecksBean checks;

    @Inject
    private LaddersBean ladders;

    @Inject
    private DrawnPagesBean pages;

    private @Nullable DrawnBlocks drawn;

    /** Those of the section; the page shows them from now on. */
    public List<Block> getBlocks() {
        if (drawn == null) {
            keep();
        }
        return program.getSection().blocks();
    }

    /** Makes the edit that the page asks for, and says what of the page it changes. */
    public void edit() {
        history.once(name(), () -> {
            program.edit();
            return fits();
        });
        Collection<String> ids =
                FacesContext.getCurrentInstance().getPartialViewContext().getRenderIds();
        changed()
                .ifPresentOrElse(
                        places -> places.forEach(place -> ids.add("each:" + place + ":one")), () -> ids.add(WHOLE));
        keep();
    }

    /** Empty for one that no page made: its edit is made each time. */
    private String name() {
        return drafts.given("edit-name")
                .filter(name -> name.length() <= LONGEST_NAME)
                .orElse("");
    }

    private void keep() {
        pages.keep(page(drafts.getDraft().version()), drawn());
    }

    /** What didn't fit stands in a box of some block: that is drawn again whether or not the block changed. */
    private Optional<List<Integer>> changed() {
        return fits()
                ? drafts.shownVersion()
                        .flatMap(version -> pages.find(page(version)))
                        .flatMap(shown -> drawn().changedSince(shown))
                : Optional.empty();
    }

    private boolean fits() {
        return program.getWrong().isEmpty() && program.getRefused().isEmpty();
    }

    private DrawnPagesBean.Page page(long version) {
        return new DrawnPagesBean.Page(drafts.getDraft().id(), version, program.getTopic());
    }

    private DrawnBlocks drawn() {
        if (drawn == null) {
            drawn = new DrawnBlocks(program.getSection(), block -> List.of(checks.at(block), ladders.above(block)));
        }
        return drawn;
    }
}
