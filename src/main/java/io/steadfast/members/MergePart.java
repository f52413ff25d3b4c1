package io.steadfast.members;

import io.steadfast.members.core.Merge;
import io.steadfast.members.core.MergeLine;
import java.util.List;

/**
 * What a feature keeps of members beside the books, when two become one. Implemented as an application-scoped bean; members know none
 * by name.
 */
public interface MergePart {

    /** What {@link #carry} would do now, and what stands in its way; reads only. */
    List<MergeLine> look(Merge merge);

    /**
     * Brings what the source has to the survivor, in the transaction under way: both are locked, the source's points are with the
     * survivor by now, and nothing that {@link #look} found stands in its way.
     */
    void carry(Merge merge);
}
