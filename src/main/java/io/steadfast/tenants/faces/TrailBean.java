package io.steadfast.tenants.faces;

import io.steadfast.platform.audit.OperatorLine;
import io.steadfast.platform.security.OperatorService;
import io.steadfast.platform.security.OperatorView;
import io.steadfast.tenants.PlatformHealthService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page platform/trail: what operators did. */
@Named("platformTrail")
@RequestScoped
public class TrailBean {

    private static final int ROWS = 50;

    @Inject
    private PlatformHealthService platform;

    @Inject
    private OperatorService operators;

    @Inject
    private OperatorDoor door;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<OperatorLine> found;
    private @Nullable Map<String, String> names;

    private List<OperatorLine> found() {
        if (found == null) {
            door.mustOperate();
            found = platform.trail(before(), ROWS + 1);
        }
        return found;
    }

    public List<OperatorLine> getLines() {
        List<OperatorLine> all = found();
        return all.subList(0, Math.min(ROWS, all.size()));
    }

    public boolean isFirst() {
        return before().isEmpty();
    }

    /** Where the next page begins; empty on the last. */
    public String getNext() {
        return found().size() > ROWS ? found().get(ROWS - 1).id().toString() : "";
    }

    /** A tenant's slug, an operator's name. */
    public String object(OperatorLine line) {
        if (names == null) {
            names = operators.all().stream()
                    .collect(Collectors.toMap(operator -> operator.id().toString(), OperatorView::name));
        }
        return names.getOrDefault(line.objectId(), line.objectId());
    }

    private Optional<UUID> before() {
        try {
            return Optional.ofNullable(request.getParameter("before")).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
