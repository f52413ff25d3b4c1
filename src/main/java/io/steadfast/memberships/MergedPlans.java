package io.steadfast.memberships;

import io.steadfast.members.MergePart;
import io.steadfast.members.core.Merge;
import io.steadfast.members.core.MergeLine;
import io.steadfast.members.core.MergeRefusal;
import io.steadfast.memberships.store.StandingRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** A plan that runs is paid by whoever took it: its member isn't merged away. Plans that are over stay with the source. */
@ApplicationScoped
public class MergedPlans implements MergePart {

    @Inject
    private StandingRepository standings;

    @Override
    public List<MergeLine> look(Merge merge) {
        return standings.isAnyOpen(merge.source())
                ? List.of(MergeLine.refused(MergeLine.What.PLAN, MergeRefusal.MERGE_PLAN_RUNNING))
                : List.of();
    }

    @Override
    public void carry(Merge merge) {
        // Nothing runs that could go on, and what is over is found by the source's id.
    }
}
