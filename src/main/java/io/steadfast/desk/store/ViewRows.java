package io.steadfast.desk.store;

import io.steadfast.desk.SavedView;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.persistence.TenantStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The views that people keep. */
@ApplicationScoped
public class ViewRows {

    private static final String OF =
            "SELECT view_id, name, query FROM saved_view WHERE person_id = ? AND list = ? ORDER BY name LIMIT ?";
    private static final String KEEP = """
            INSERT INTO saved_view (view_id, person_id, list, name, query, kept_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (person_id, list, name) DO UPDATE SET query = excluded.query, kept_at = excluded.kept_at
            """;
    private static final String DROP = "DELETE FROM saved_view WHERE view_id = ? AND person_id = ?";

    @Inject
    private TenantStore store;

    public List<SavedView> of(String person, String list, int most) {
        return store.sql(OF)
                .text(person)
                .text(list)
                .number(most)
                .all(row -> new SavedView(row.id("view_id"), row.text("name"), row.text("query")));
    }

    /** Puts it in place of one of the same name. */
    public void keep(String person, String list, SavedView view, Instant at) {
        store.sql(KEEP)
                .id(Ids.next())
                .text(person)
                .text(list)
                .text(view.name())
                .text(view.query())
                .instant(at)
                .run();
    }

    public void drop(String person, UUID view) {
        store.sql(DROP).id(view).text(person).run();
    }
}
