package io.steadfast.referrals;

import io.steadfast.members.MergePart;
import io.steadfast.members.core.Merge;
import io.steadfast.members.core.MergeLine;
import io.steadfast.members.core.MergeRefusal;
import io.steadfast.referrals.store.FriendMoves;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Whom a source brought the survivor has brought, and who brought the source has brought the survivor. */
@ApplicationScoped
public class MergedFriends implements MergePart {

    @Inject
    private FriendMoves moves;

    @Override
    public List<MergeLine> look(Merge merge) {
        List<MergeLine> lines = new ArrayList<>();
        lines.add(MergeLine.of(MergeLine.What.FRIENDS, moves.count(merge.source())));
        if (moves.broughtEachOther(merge.source(), merge.survivor())) {
            lines.add(MergeLine.refused(MergeLine.What.FRIENDS, MergeRefusal.MERGE_BROUGHT_EACH_OTHER));
        }
        return lines;
    }

    @Override
    public void carry(Merge merge) {
        moves.move(merge.source(), merge.survivor());
    }
}
