package io.steadfast.accrual;

import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.accrual.core.StandingActivity;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes back what an activity gave, because what it was for doesn't stand any more. Works in the transaction under way. */
@ApplicationScoped
public class TakenBack {

    private static final String CAUSE = "TAKEN_BACK";

    @Inject
    private ActivityBooks books;

    @Inject
    private MemberDesk members;

    @Inject
    private TenantClock clock;

    /**
     * Takes back everything an activity gave, with what it used of caps and budgets, and lets it count for no tier. Done
     * once: whoever calls keeps track of it.
     *
     * @return the receipt that stands from now on; empty for an activity nobody reported
     */
    public Optional<Receipt> takeBack(MemberId member, String source, String reference) {
        members.lock(member);
        return books.find(source, reference).map(this::takeBack);
    }

    private Receipt takeBack(StandingActivity one) {
        Set<ProgramCode> programs =
                one.programs().stream().map(ProgramJudgement::program).collect(Collectors.toSet());
        return books.takeBack(one, programs, programs, new ActivityBooks.Change(CAUSE, clock.now()));
    }
}
