package io.steadfast.tiers;

import io.steadfast.ledger.LedgerService;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.tiers.core.TierCourse;
import io.steadfast.tiers.core.TierRules;
import io.steadfast.tiers.store.StandingRepository;
import io.steadfast.tiers.store.TierKey;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Posts what time and new versions made of tiers. Every read says the same before. */
@Stateless
public class TierReviewService {

    /** So few that nobody waits a second for a member's lock. */
    private static final int MEMBERS_A_TRANSACTION = 200;

    @Inject
    StandingRepository standings;

    @Inject
    TierRulesReader rules;

    @Inject
    TierPosting posting;

    @Inject
    LedgerService ledger;

    /** The next instant at which time or a version that was published changes somebody's tier. */
    public Optional<Instant> nextReview() {
        rules.lookAhead();
        Stream<Instant> turns = rules.coursesThatTurn().entrySet().stream()
                .flatMap(each -> nextTurn(each.getKey(), each.getValue()).stream());
        return Stream.concat(standings.nextDue().stream(), turns).min(Comparator.naturalOrder());
    }

    private Optional<Instant> nextTurn(TierSetRef ref, TierCourse course) {
        return standings
                .earliestVersion(ref)
                .flatMap(walked -> course.rules().stream()
                        .filter(each -> each.version() > walked)
                        .map(TierRules::from)
                        .findFirst());
    }

    /**
     * Posts what fell due by time alone and what versions that began made of tiers, for some of the members concerned, each
     * under their lock. Running it again, late or after a crash changes nothing that was posted.
     *
     * @return whether there may be more
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean reviewSome(Instant upTo) {
        rules.lookAhead();
        Set<MemberId> due = new HashSet<>(standings.due(upTo, MEMBERS_A_TRANSACTION));
        rules.coursesThatTurn().forEach((ref, course) -> due.addAll(behind(ref, course, upTo)));
        Set<MemberId> locked = ledger.lockMembers(due);
        // All their ladders come with the first one's round trip.
        locked.forEach(standings::lookAhead);
        locked.forEach(member -> review(member, upTo));
        return !locked.isEmpty();
    }

    private List<MemberId> behind(TierSetRef ref, TierCourse course, Instant upTo) {
        List<TierRules> begun = course.upTo(upTo).rules();
        return begun.size() < 2
                ? List.of()
                : standings.walkedBefore(ref, begun.get(begun.size() - 1).version(), MEMBERS_A_TRANSACTION);
    }

    private void review(MemberId member, Instant upTo) {
        standings.of(member).forEach((ref, kept) -> {
            TierKey key = new TierKey(member, ref);
            Optional<TierCourse> course = rules.course(ref, upTo);
            if (course.isPresent()) {
                posting.upToDate(key, kept, new TierWalk.Start(course.get(), kept.joinedAt(), upTo));
            } else {
                standings.keep(key, kept.withoutReview());
            }
        });
    }
}
