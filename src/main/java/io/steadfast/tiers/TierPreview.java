package io.steadfast.tiers;

import io.steadfast.programs.core.TierSetCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.TierCode;
import java.util.List;

/**
 * Whose earned tier would change at once if a changed program began now.
 *
 * @param looked members looked at: all on whom something counted, but never more than {@link TierPreviewService#MOST}
 */
public record TierPreview(int looked, List<Moved> moved) {

    public TierPreview {
        moved = List.copyOf(moved);
    }

    /** Which way. */
    public enum Way {
        UP,
        DOWN
    }

    /** One member's move on one ladder. */
    public record Moved(MemberId member, TierSetCode set, TierCode before, TierCode after, Way way) {}

    public long up() {
        return moved.stream().filter(one -> one.way() == Way.UP).count();
    }

    public long down() {
        return moved.stream().filter(one -> one.way() == Way.DOWN).count();
    }
}
