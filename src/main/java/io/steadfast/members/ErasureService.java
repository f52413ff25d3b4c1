package io.steadfast.members;

import io.steadfast.ledger.ForfeitureService;
import io.steadfast.ledger.LedgerService;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.members.store.ErasureRows;
import io.steadfast.members.store.MergeRows;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.idempotency.IdempotencyService;
import io.steadfast.platform.outbox.Outbox;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Forgets who a member was and keeps the books (domain 72): what is left are an id, codes, numbers and outcomes. */
@Stateless
public class ErasureService {

    private static final int MOST_SOURCES = 1_000;

    @Inject
    private MemberService members;

    @Inject
    private MergeRows merges;

    @Inject
    private LedgerService ledger;

    @Inject
    private ForfeitureService forfeiture;

    @Inject
    private ErasureRows rows;

    @Inject
    private IdempotencyService answers;

    @Inject
    private Event<MemberErased> erased;

    @Inject
    private AuditTrail audit;

    @Inject
    private Outbox outbox;

    @Inject
    private TenantClock clock;

    /**
     * Erases a member for good. Points that are left are forfeited; identities are free for others.
     *
     * <p>Those who were merged into them are erased too. Refuses {@code MEMBER_UNKNOWN} (404), {@code MEMBER_MERGED} (422) and {@code POINTS_HELD} (409, a checkout is under way).
     */
    public void erase(MemberId member) {
        Member known = members.find(member).orElseThrow(() -> new Refusal(MemberRefusal.MEMBER_UNKNOWN));
        members.refuseMerged(member, known.status());
        ledger.lockMember(member);
        forfeiture.forfeit(member);
        if (!forgotten(member)) {
            throw new Refusal(MemberRefusal.MEMBER_UNKNOWN);
        }
    }

    /** With those who were merged into them: they are one person. */
    private boolean forgotten(MemberId member) {
        if (!rows.erase(member, clock.now())) {
            return false;
        }
        answers.forget(member);
        erased.fire(new MemberErased(member));
        audit.record("member.erased", "member", member.toString(), null, null);
        outbox.publish("member.erased", Optional.of(member), Map.of());
        merges.sources(member, MOST_SOURCES).forEach(source -> forgotten(source.member()));
        return true;
    }
}
