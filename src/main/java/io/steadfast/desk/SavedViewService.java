package io.steadfast.desk;

import io.steadfast.desk.store.ViewRows;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.RealClock;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The views of a list that the person in hand keeps for themselves. */
@Stateless
public class SavedViewService {

    private static final int MOST = 50;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 500;

    @Inject
    private ViewRows rows;

    @Inject
    private CurrentActor actor;

    @Inject
    private RealClock clock;

    /** By name; at most {@value #MOST}. */
    public List<SavedView> of(String list) {
        return rows.of(actor.actor().id(), list, MOST);
    }

    /** Keeps a view, in place of one of the same name. Refuses VIEW_NAME_NEEDED. */
    public void keep(String list, String name, String query) {
        boolean valid = !name.isBlank()
                && name.length() <= LONGEST_NAME
                && query.length() <= LONGEST_QUERY
                && query.matches("[A-Za-z0-9=&%._+:/-]*");
        if (!valid) {
            throw new Refusal(DeskRefusal.VIEW_NAME_NEEDED);
        }
        rows.keep(actor.actor().id(), list, new SavedView(Ids.next(), name.strip(), query), clock.now());
    }

    /** Forgets one of the person's own. */
    public void drop(UUID view) {
        rows.drop(actor.actor().id(), view);
    }
}
