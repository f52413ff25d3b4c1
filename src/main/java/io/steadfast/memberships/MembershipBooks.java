package io.steadfast.memberships;

import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.core.LedgerRefusal;
import io.steadfast.memberships.core.MembershipCourse;
import io.steadfast.memberships.core.MembershipId;
import io.steadfast.memberships.core.MembershipRefusal;
import io.steadfast.memberships.core.MembershipState;
import io.steadfast.memberships.core.Phase;
import io.steadfast.memberships.core.Subscription;
import io.steadfast.memberships.store.MembershipRepository;
import io.steadfast.memberships.store.Standing;
import io.steadfast.memberships.store.StandingRepository;
import io.steadfast.platform.outbox.Outbox;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.Plan;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Locks, reads and settles memberships: brings the projection up to an instant and tells what changed. */
@Dependent
class MembershipBooks {

    @Inject
    MembershipRepository memberships;

    @Inject
    StandingRepository standings;

    @Inject
    LedgerService ledger;

    @Inject
    ProgramService programs;

    @Inject
    Outbox outbox;

    /** Locks the member named in a body; one nobody knows is refused as what can't be done. */
    void lock(MemberId member) {
        try {
            ledger.lockMember(member);
        } catch (Refusal refusal) {
            throw refusal.reason() == LedgerRefusal.MEMBER_UNKNOWN
                    ? new Refusal(MembershipRefusal.MEMBER_UNKNOWN)
                    : refusal;
        }
    }

    /** The membership, with its member locked before anything but the owner is read. */
    Subscription locked(MembershipId id) {
        ledger.lockMember(owner(id));
        return known(id);
    }

    Subscription known(MembershipId id) {
        return memberships.find(id).orElseThrow(() -> new Refusal(MembershipRefusal.MEMBERSHIP_UNKNOWN));
    }

    private MemberId owner(MembershipId id) {
        return memberships.owner(id).orElseThrow(() -> new Refusal(MembershipRefusal.MEMBERSHIP_UNKNOWN));
    }

    MembershipView view(Subscription subscription, Instant now) {
        return new MembershipView(subscription, subscription.course(), plan(subscription, now), now);
    }

    /** The plan as the program states it at an instant; a plan can't vanish, but the version may not be in force yet. */
    Plan plan(Subscription subscription, Instant at) {
        return programs.inForce(subscription.program(), at)
                .flatMap(version -> version.document().plan(subscription.plan()))
                .or(() -> programs.version(subscription.program(), subscription.version())
                        .map(ProgramVersion::document)
                        .flatMap(document -> document.plan(subscription.plan())))
                .orElseThrow(() -> new IllegalStateException("A membership of no plan: " + subscription.id()));
    }

    /** Brings the projection up to an instant; each change since it was last looked at is told once. */
    void settle(Subscription subscription, Instant upTo) {
        MembershipCourse course = subscription.course();
        Phase present = course.at(upTo).orElse(course.phases().get(0));
        Optional<Standing> standing = standings.find(subscription.id());
        Instant seen = standing.map(Standing::seenAt).orElse(Instant.MIN);
        Optional<MembershipState> before = standing.map(Standing::state);
        List<Phase> passed = course.between(seen, upTo);
        boolean changedBehind = passed.isEmpty()
                && standing.filter(kept -> kept.state() == present.state()
                                && kept.coveredUntil().equals(present.coveredUntil()))
                        .isEmpty();
        for (Phase phase : changedBehind ? List.of(present) : passed) {
            tell(subscription, before, phase);
            before = Optional.of(phase.state());
        }
        Instant looked = upTo.isAfter(seen) ? upTo : seen;
        standings.keep(
                subscription,
                new Standing(present.state(), present.coveredUntil(), course.nextChangeAfter(looked), looked));
    }

    private void tell(Subscription subscription, Optional<MembershipState> before, Phase phase) {
        MembershipChanged changed = new MembershipChanged(
                subscription.id(),
                subscription.program(),
                subscription.version(),
                subscription.plan(),
                before,
                phase.state(),
                phase.from(),
                phase.coveredUntil());
        outbox.publish("membership.changed", Optional.of(subscription.member()), changed);
    }
}
