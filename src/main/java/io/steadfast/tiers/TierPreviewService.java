package io.steadfast.tiers;

import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.TierCode;
import io.steadfast.tiers.core.MetricChange;
import io.steadfast.tiers.core.TierCourse;
import io.steadfast.tiers.core.TierRules;
import io.steadfast.tiers.store.StandingPages;
import io.steadfast.tiers.store.StandingPages.Standing;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a changed program would do to present members' tiers, by the same walk that a publish brings about. Writes nothing.
 * Tiers that staff set or a plan lends stay as they are and aren't looked at.
 */
@Stateless
public class TierPreviewService {

    /** More than this takes longer than somebody at a page waits. */
    public static final int MOST = 20_000;

    private static final int PAGE = 500;

    @Inject
    StandingPages standings;

    @Inject
    TierRulesReader reader;

    @Inject
    TenantClock clock;

    /** Every member's tier under the version in force and under the changed document, as of now. */
    public TierPreview compare(ProgramVersion present, ProgramDocument changed) {
        Instant now = clock.now();
        int looked = 0;
        List<TierPreview.Moved> moved = new ArrayList<>();
        for (TierSet set : present.document().tierSets()) {
            Optional<TierSet> after = changed.tierSet(set.code());
            if (after.isPresent()) {
                Ladders ladders = ladders(present, set, after.get(), changed, now);
                looked = Math.max(looked, compare(ladders, moved));
            }
        }
        return new TierPreview(looked, moved);
    }

    private Ladders ladders(
            ProgramVersion present, TierSet before, TierSet after, ProgramDocument changed, Instant now) {
        TierSetRef ref = new TierSetRef(present.code(), before.code());
        List<TierRules> rules = new ArrayList<>(reader.rules(ref, now));
        TierCourse is = new TierCourse(rules, TierRulesReader.zone(present));
        rules.add(new TierRules(
                Integer.MAX_VALUE, now, after, changed.transition().tiers()));
        return new Ladders(ref, before, after, is, new TierCourse(rules, is.zone()), now);
    }

    private int compare(Ladders ladders, List<TierPreview.Moved> moved) {
        Optional<MemberId> last = Optional.empty();
        int looked = 0;
        List<Standing> page;
        do {
            page = standings.page(ladders.ref(), last, PAGE);
            Map<MemberId, List<MetricChange>> counted = standings.changes(ladders.ref(), page);
            for (Standing standing : page) {
                List<MetricChange> changes = counted.getOrDefault(standing.member(), List.of());
                ladders.moved(standing, changes).ifPresent(moved::add);
                last = Optional.of(standing.member());
            }
            looked += page.size();
        } while (page.size() == PAGE && looked < MOST);
        return looked;
    }

    /** A ladder as it is and as it would be. */
    private record Ladders(
            TierSetRef ref, TierSet before, TierSet after, TierCourse is, TierCourse would, Instant now) {

        Optional<TierPreview.Moved> moved(Standing standing, List<MetricChange> changes) {
            TierCode held = before.tiers().get(rank(is, standing, changes)).code();
            int rank = rank(would, standing, changes);
            TierCode due = after.tiers().get(rank).code();
            if (due.equals(held)) {
                return Optional.empty();
            }
            TierPreview.Way way = rank > after.rankOf(held) ? TierPreview.Way.UP : TierPreview.Way.DOWN;
            return Optional.of(new TierPreview.Moved(standing.member(), ref.set(), held, due, way));
        }

        private int rank(TierCourse course, Standing standing, List<MetricChange> changes) {
            return course.replay(standing.joinedAt(), changes, now)
                    .state()
                    .held()
                    .rank();
        }
    }
}
