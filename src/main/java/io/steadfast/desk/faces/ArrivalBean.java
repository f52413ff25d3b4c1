package io.steadfast.desk.faces;

import io.steadfast.desk.DeskService;
import io.steadfast.members.core.Member;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** On a member's card where tills report sales: asks whether anything came in, and draws the card anew when it did. */
@Named("arrivals")
@RequestScoped
public class ArrivalBean {

    /** What a booking changes on the card; never a field into which somebody types. */
    private static final List<String> CARD =
            List.of("arrivals:seen", "arrivals:note", "facts", "stamped", "redeem:shelf", "vouch:list", "latest");

    @Inject
    private DeskService desk;

    @Inject
    private StoreBean store;

    @Inject
    private CurrentActor actor;

    private @Nullable String seen;
    private boolean arrived;

    /** Draws the card anew when something was booked since the page last showed it. */
    public void look() {
        actor.actor().must(Permission.STORE_SERVE);
        String now = mark();
        if (!now.equals(seen)) {
            arrived = seen != null && !order(now).equals(order(seen));
            seen = now;
            PrimeFaces.current().ajax().update(CARD);
        }
    }

    /** Whether the order shown came in while the page was open. */
    public boolean isArrived() {
        return arrived;
    }

    /** The mark of what the page shows; the browser gives it back with every look. */
    public String getSeen() {
        if (seen == null) {
            seen = mark();
        }
        return seen;
    }

    public void setSeen(String seen) {
        this.seen = seen;
    }

    private String mark() {
        return store.getChosen().map(Member::id).map(desk::mark).orElse("");
    }

    /** The part of a mark that says which order came last. */
    private static String order(String mark) {
        return mark.substring(mark.indexOf(' ') + 1);
    }
}
