package io.steadfast.designer.faces;

import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.core.PublishedVersion;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The version that a draft is compared with before a publish: the one in force, which is what members have; or one that is
 * published and begins later, where somebody asks for it.
 */
@Named("comparison")
@RequestScoped
public class ComparisonBean {

    @Inject
    private DraftsBean drafts;

    @Inject
    private TenantClock clock;

    private @Nullable Optional<PublishedVersion> before;

    /** What it can be compared with: the version in force and those that begin later, in the order they begin. */
    public List<PublishedVersion> getAll() {
        List<PublishedVersion> standing = drafts.standing();
        int force = drafts.getSummary().inForce().orElse(0);
        return standing.stream()
                .filter(one -> one.version().version() >= force)
                .sorted((one, other) ->
                        Integer.compare(one.version().version(), other.version().version()))
                .toList();
    }

    public boolean isSeveral() {
        return getAll().size() > 1;
    }

    /** The one that was asked for, else the one in force, else the first to come; empty before the first publish. */
    public Optional<PublishedVersion> getBefore() {
        if (before == null) {
            before = getAll().stream()
                    .filter(one -> Integer.toString(one.version().version()).equals(drafts.parameter("against")))
                    .findFirst()
                    .or(() -> getAll().stream().findFirst());
        }
        return before;
    }

    /** Whether the draft says anything else than it. */
    public boolean isDifferent() {
        return getBefore()
                .map(one -> !ProgramDocumentCodec.write(one.version().document())
                        .equals(ProgramDocumentCodec.write(drafts.document())))
                .orElse(true);
    }

    public boolean isShown(PublishedVersion one) {
        return getBefore().filter(one::equals).isPresent();
    }

    public boolean isAhead(PublishedVersion one) {
        return one.version().effectiveFrom().isAfter(clock.now());
    }
}
