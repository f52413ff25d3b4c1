package io.steadfast.platform.faces;

import io.steadfast.platform.persistence.OneTransaction;
import io.steadfast.platform.tenancy.CurrentTenant;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.lifecycle.Lifecycle;
import jakarta.faces.lifecycle.LifecycleWrapper;
import java.util.Optional;

/**
 * Draws the store's pages in one transaction: somebody waits at the counter, and a member's card is read in more than twenty
 * places. What a page does is done before, each in its own transaction; drawing only reads. The answer stays in memory until it
 * is whole, so a slow phone keeps no connection.
 */
final class DrawnAtOnce extends LifecycleWrapper {

    private static final String STORE = "/store/";

    DrawnAtOnce(Lifecycle wrapped) {
        super(wrapped);
    }

    @Override
    public void render(FacesContext faces) {
        if (isOfStore(faces) && !faces.getResponseComplete()) {
            CDI.current().select(OneTransaction.class).get().reading(() -> super.render(faces));
        } else {
            super.render(faces);
        }
    }

    private static boolean isOfStore(FacesContext faces) {
        boolean shown = Optional.ofNullable(faces.getViewRoot())
                .map(UIViewRoot::getViewId)
                .filter(view -> view.startsWith(STORE))
                .isPresent();
        return shown && CDI.current().select(CurrentTenant.class).get().known().isPresent();
    }
}
