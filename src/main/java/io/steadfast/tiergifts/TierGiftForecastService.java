package io.steadfast.tiergifts;

import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.tiergifts.store.TierGiftRepository;
import io.steadfast.tiers.TierPreview;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which vouchers members would be given at once for the tiers they reach by a changed program. Writes nothing. */
@Stateless
public class TierGiftForecastService {

    /** How many members' gifts are read in one question. */
    private static final int PAGE = 500;

    @Inject
    TierGiftRepository gifts;

    @Inject
    StandingGifts standing;

    /** How often each reward would be given, in the order of the document's rewards; none where nothing would. */
    public Map<RewardCode, Long> of(TierPreview preview, ProgramCode program, ProgramDocument changed) {
        Map<RewardCode, Long> times = new LinkedHashMap<>();
        changed.rewards().forEach(reward -> times.put(reward.code(), 0L));
        for (TierSet set : changed.tierSets()) {
            if (set.tiers().stream().anyMatch(tier -> tier.entryReward().isPresent())) {
                List<TierPreview.Moved> up = up(preview, set.code());
                for (int from = 0; from < up.size(); from += PAGE) {
                    count(up.subList(from, Math.min(up.size(), from + PAGE)), new TierSetRef(program, set.code()), set)
                            .forEach((reward, count) -> times.merge(reward, count, Long::sum));
                }
            }
        }
        times.values().removeIf(count -> count == 0);
        return times;
    }

    private static List<TierPreview.Moved> up(TierPreview preview, TierSetCode set) {
        return preview.moved().stream()
                .filter(one -> one.set().equals(set) && one.way() == TierPreview.Way.UP)
                .toList();
    }

    private Map<RewardCode, Long> count(List<TierPreview.Moved> page, TierSetRef ref, TierSet set) {
        Map<MemberId, Set<TierCode>> have =
                gifts.onLadder(page.stream().map(TierPreview.Moved::member).toList(), ref).stream()
                        .filter(one -> standing.isStanding(one.given().cause()))
                        .collect(Collectors.groupingBy(
                                TierGiftRepository.Held::member,
                                Collectors.mapping(one -> one.given().tier(), Collectors.toSet())));
        return page.stream()
                .flatMap(one -> set.tiers().subList(set.rankOf(one.before()) + 1, set.rankOf(one.after()) + 1).stream()
                        .filter(tier ->
                                !have.getOrDefault(one.member(), Set.of()).contains(tier.code())))
                .map(Tier::entryReward)
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(reward -> reward, Collectors.counting()));
    }
}
