package io.steadfast.tiers;

import io.steadfast.members.MemberService;
import io.steadfast.members.MergePart;
import io.steadfast.members.core.Enrolment;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.members.core.Merge;
import io.steadfast.members.core.MergeLine;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.tiers.core.KeptStanding;
import io.steadfast.tiers.core.MetricChange;
import io.steadfast.tiers.store.StandingRepository;
import io.steadfast.tiers.store.TierKey;
import io.steadfast.tiers.store.TierRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** What two members who become one did counts together, each part when it happened; the history of the source stays with it. */
@ApplicationScoped
public class MergedTiers implements MergePart {

    private static final String REASON = "MERGED";

    @Inject
    private TierService tiers;

    @Inject
    private ManualTierService manual;

    @Inject
    private TierRepository repository;

    @Inject
    private StandingRepository standings;

    @Inject
    private TierRulesReader rules;

    @Inject
    private MemberService members;

    @Inject
    @Any
    private Instance<TierFollower> followers;

    @Inject
    private TenantClock clock;

    /** A ladder on which the source stands. */
    private record Ladder(TierSetRef ref, KeptStanding kept, TierSet set) {}

    @Override
    public List<MergeLine> look(Merge merge) {
        Instant now = clock.now();
        List<MergeLine> lines = new ArrayList<>();
        Map<TierSetRef, TierCode> before = tiers.tiersAt(merge.survivor(), now);
        for (Ladder ladder : ladders(merge.source(), now)) {
            TierCode base = ladder.set().tiers().get(0).code();
            TierCode own = Optional.ofNullable(before.get(ladder.ref())).orElse(base);
            TierCode together = Optional.ofNullable(tiers.tiersCounting(counted(merge, ladder, now), now)
                            .get(ladder.ref()))
                    .filter(tier -> ladder.set().rankOf(tier) > ladder.set().rankOf(own))
                    .orElse(own);
            TierCode after = merge.tier() == Merge.Tier.HIGHER ? higher(merge, ladder, together, now) : together;
            lines.add(new MergeLine(
                    MergeLine.What.TIER,
                    Map.of(
                            "program", ladder.ref().program().value(),
                            "before", name(ladder.set(), own),
                            "after", name(ladder.set(), after)),
                    Optional.empty()));
        }
        return lines;
    }

    private TierCode higher(Merge merge, Ladder ladder, TierCode together, Instant now) {
        return kept(merge, ladder, now)
                .filter(tier -> ladder.set().rankOf(tier) > ladder.set().rankOf(together))
                .orElse(together);
    }

    private static String name(TierSet set, TierCode tier) {
        return set.tiers().get(set.rankOf(tier)).code().value();
    }

    /** The source's tier where it has an end to which it can be kept: one that never ends was earned by what counts now as well. */
    private Optional<TierCode> kept(Merge merge, Ladder ladder, Instant now) {
        return end(ladder, now)
                .flatMap(until ->
                        Optional.ofNullable(tiers.tiersAt(merge.source(), now).get(ladder.ref())));
    }

    private static Optional<Instant> end(Ladder ladder, Instant now) {
        return ladder.kept().state().held().until().filter(until -> until.isAfter(now));
    }

    @Override
    public void carry(Merge merge) {
        Instant now = clock.now();
        for (Ladder ladder : ladders(merge.source(), now)) {
            Optional<TierCode> kept = kept(merge, ladder, now);
            tiers.count(counted(merge, ladder, now)).forEach(move -> follow(merge, ladder, move, now));
            standings.keep(
                    new TierKey(merge.source(), ladder.ref()), ladder.kept().withoutReview());
            if (merge.tier() == Merge.Tier.HIGHER) {
                kept.ifPresent(tier -> keep(merge, ladder, tier, now));
            }
        }
        for (LentTier held : manual.standing(merge.source())) {
            held.until()
                    .ifPresent(until -> manual.takeOver(
                            new ManualTierService.Wish(merge.survivor(), held.ref(), held.tier(), until, REASON)));
        }
    }

    /** Together they may reach what neither had reached: what either had was followed, or came from elsewhere, when it was reached. */
    private void follow(Merge merge, Ladder ladder, TierMove move, Instant now) {
        ToIntFunction<TierCode> rank = ladder.set()::rankOf;
        TierCode before = rank.applyAsInt(ladder.kept().tier()) > rank.applyAsInt(move.before())
                ? ladder.kept().tier()
                : move.before();
        if (rank.applyAsInt(move.after()) > rank.applyAsInt(before)) {
            TierTurn turn = new TierTurn(
                    merge.survivor(),
                    ladder.ref(),
                    before,
                    move.after(),
                    Optional.of(merge.source().value()),
                    now);
            followers.forEach(follower -> follower.follow(turn));
        }
    }

    private void keep(Merge merge, Ladder ladder, TierCode tier, Instant now) {
        TierCode own = Optional.ofNullable(tiers.tiersAt(merge.survivor(), now).get(ladder.ref()))
                .orElse(ladder.set().tiers().get(0).code());
        if (ladder.set().rankOf(tier) > ladder.set().rankOf(own)) {
            manual.takeOver(new ManualTierService.Wish(
                    merge.survivor(), ladder.ref(), tier, end(ladder, now).orElseThrow(), REASON));
        }
    }

    private List<Ladder> ladders(MemberId source, Instant now) {
        List<Ladder> ladders = new ArrayList<>();
        standings
                .of(source)
                .forEach((ref, kept) -> rules.set(ref, now).ifPresent(set -> ladders.add(new Ladder(ref, kept, set))));
        return ladders;
    }

    private CountedActivity counted(Merge merge, Ladder ladder, Instant now) {
        List<MetricChange> changes =
                repository.changes(new TierKey(merge.source(), ladder.ref())).get();
        ProgramCode program = ladder.ref().program();
        Instant enrolledAt = enrolledAt(merge.survivor(), program, now)
                .or(() -> enrolledAt(merge.source(), program, now))
                .orElse(ladder.kept().joinedAt());
        return new CountedActivity(
                merge.survivor(), program, enrolledAt, Map.of(ladder.ref().set(), changes), Optional.empty());
    }

    private Optional<Instant> enrolledAt(MemberId member, ProgramCode program, Instant now) {
        return members.profile(member).map(MemberProfile::enrolments).orElse(List.of()).stream()
                .filter(enrolment -> enrolment.program().equals(program) && enrolment.covers(now))
                .map(Enrolment::enrolledAt)
                .findFirst();
    }
}
