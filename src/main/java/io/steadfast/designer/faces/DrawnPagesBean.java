package io.steadfast.designer.faces;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serial;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the pages of one person show of the drafts they work on. A page says which version of a draft it shows; of one that is
 * no longer known here everything is drawn again.
 */
@Named("drawnPages")
@SessionScoped
public class DrawnPagesBean implements Serializable {

    /** Some tabs, each with the version before the last. */
    private static final int MOST_PAGES = 8;

    @Serial
    private static final long serialVersionUID = 1L;

    private final LinkedHashMap<Page, DrawnBlocks> pages = new LinkedHashMap<>();

    /** A section of a draft, as it was in one of its versions. */
    record Page(UUID draft, long version, Section.Topic topic) implements Serializable {}

    synchronized void keep(Page page, DrawnBlocks drawn) {
        pages.remove(page);
        pages.put(page, drawn);
        if (pages.size() > MOST_PAGES) {
            Map.Entry<Page, DrawnBlocks> oldest = pages.entrySet().iterator().next();
            pages.remove(oldest.getKey());
        }
    }

    synchronized Optional<DrawnBlocks> find(Page page) {
        return Optional.ofNullable(pages.get(page));
    }
}
