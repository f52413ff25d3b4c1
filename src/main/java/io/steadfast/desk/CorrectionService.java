package io.steadfast.desk;

import io.steadfast.desk.store.DeskReadings;
import io.steadfast.ledger.AdjustmentService;
import io.steadfast.ledger.AdjustmentService.Adjustment;
import io.steadfast.ledger.GoodwillAllowance;
import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.LedgerRefusal;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posting;
import io.steadfast.members.ErasureService;
import io.steadfast.members.MemberService;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.tiers.LentTier;
import io.steadfast.tiers.ManualTierService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What the office puts right for one member, each with its reason. Everything refuses NOT_PERMITTED, MEMBER_UNKNOWN and
 * OWN_CARD, and REASON_NEEDED where a reason is asked for.
 */
@Stateless
public class CorrectionService {

    private static final int LONGEST_NOTE = 200;

    @Inject
    private AdjustmentService adjustments;

    @Inject
    private GoodwillAllowance allowance;

    @Inject
    private LedgerService ledger;

    @Inject
    private ManualTierService tiers;

    @Inject
    private MemberService members;

    @Inject
    private ErasureService erasure;

    @Inject
    private CorrectionGate gate;

    @Inject
    private DeskReadings readings;

    @Inject
    private AuditTrail audit;

    @Inject
    private TenantClock clock;

    /**
     * Points to be given or taken.
     *
     * @param wallet empty means the only one whose points can be spent
     * @param points signed, in the wallet's smallest unit
     * @param reason a code, as in {@code COMPLAINT}
     * @param note in a person's words; empty where there are none
     */
    public record Correction(MemberId member, Optional<WalletCode> wallet, long points, String reason, String note) {}

    /**
     * Which points last longer.
     *
     * @param end the instant at which they lapse now, exclusive
     * @param lastDay the last usable day from now on
     */
    public record Longer(MemberId member, WalletCode wallet, Instant end, LocalDate lastDay, String reason) {}

    /** Which tier is set, through which day. */
    public record Held(MemberId member, TierSetRef ref, TierCode tier, LocalDate lastDay, String reason) {}

    /**
     * Gives or takes points. Refuses POINTS_NOT_VALID, ABOVE_LIMIT for people of stores, NOTE_NEEDED where the words are too many, and as
     * {@link AdjustmentService#adjust} does.
     */
    public void adjust(Correction wanted) {
        Actor actor = gate.begin(wanted.member(), Permission.POINTS_ADJUST);
        if (wanted.points() == 0) {
            throw new Refusal(DeskRefusal.POINTS_NOT_VALID);
        }
        CorrectionGate.needed(wanted.reason());
        if (wanted.note().length() > LONGEST_NOTE) {
            throw new Refusal(DeskRefusal.NOTE_NEEDED);
        }
        // Before the day's allowance, as at the counter.
        ledger.lockMember(wanted.member());
        drawn(actor, wanted.points());
        adjustments.adjust(new Adjustment(
                wanted.member(),
                wanted.wallet(),
                AdjustmentService.Kind.CORRECTION,
                wanted.points(),
                wanted.reason(),
                wanted.note(),
                Optional.empty()));
    }

    /** Who works in stores, or came in by a PIN, gives no more here than at the counter. */
    private void drawn(Actor actor, long points) {
        if (points > 0 && !actor.may(Permission.MEMBERS_CORRECT) && !allowance.draw(actor, points)) {
            GoodwillAllowance.Left left = allowance.left(actor).orElseThrow();
            throw new Refusal(DeskRefusal.ABOVE_LIMIT, Map.of("limit", left.atOnce(), "left", left.today()));
        }
    }

    /**
     * Moves the end of everything in a wallet that lapses at one instant: of the lots, and of the account where it lapses by
     * inactivity. Refuses CHOICE_NEEDED where nothing lapses then any more, DATE_NOT_VALID, EXTENSION_NOT_LATER and
     * LOT_EXPIRED.
     */
    public void extend(Longer wanted) {
        Actor actor = gate.begin(wanted.member(), Permission.MEMBERS_CORRECT);
        CorrectionGate.needed(wanted.reason());
        ledger.lockMember(wanted.member());
        Instant later = gate.end(
                wanted.member(), wanted.lastDay(), terms -> terms.wallet().equals(wanted.wallet()));
        if (!later.isAfter(wanted.end())) {
            throw new Refusal(LedgerRefusal.EXTENSION_NOT_LATER).about(wanted.member());
        }
        List<UUID> lots = readings.lotsEnding(wanted.member(), wanted.wallet(), wanted.end());
        boolean account = readings.deadline(wanted.member(), wanted.wallet())
                .filter(wanted.end()::equals)
                .isPresent();
        if (lots.isEmpty() && !account) {
            throw new Refusal(DeskRefusal.CHOICE_NEEDED);
        }
        Cause cause = Cause.of(new Cause.Authority(actor.kind().name(), actor.id(), wanted.reason()));
        if (!lots.isEmpty()) {
            Movement[] movements = lots.stream()
                    .map(lot -> new Movement.Redate(wanted.wallet(), lot, Optional.empty(), Optional.of(later), cause))
                    .toArray(Movement[]::new);
            ledger.post(Posting.of(wanted.member(), clock.now(), movements));
        }
        if (account) {
            ledger.moveDeadline(wanted.member(), wanted.wallet(), Optional.of(later));
        }
        tell(
                "points.extended",
                wanted.member(),
                wanted.reason(),
                Map.of(
                        "wallet",
                        wanted.wallet().value(),
                        "lastDay",
                        wanted.lastDay().toString()));
    }

    /** Sets a tier from now through a day. Refuses as {@link ManualTierService#set} does. */
    public void hold(Held wanted) {
        gate.begin(wanted.member(), Permission.MEMBERS_CORRECT);
        CorrectionGate.needed(wanted.reason());
        ProgramCode program = wanted.ref().program();
        Instant until = gate.end(
                wanted.member(), wanted.lastDay(), terms -> terms.program().equals(program));
        tiers.set(new ManualTierService.Wish(wanted.member(), wanted.ref(), wanted.tier(), until, wanted.reason()));
    }

    /** Ends every tier that staff set on a ladder. Refuses as {@link ManualTierService#end} does. */
    public void release(MemberId member, TierSetRef ref, String reason) {
        gate.begin(member, Permission.MEMBERS_CORRECT);
        CorrectionGate.needed(reason);
        tiers.end(new ManualTierService.End(member, ref, reason));
    }

    /** What {@link #release} can end. */
    public List<LentTier> held(MemberId member) {
        return tiers.standing(member);
    }

    /** Takes the member out of everything until it is lifted. */
    public void block(MemberId member, String reason) {
        gate.begin(member, Permission.MEMBERS_CORRECT);
        CorrectionGate.needed(reason);
        members.block(member, reason);
    }

    /** Lifts a block. */
    public void unblock(MemberId member, String reason) {
        gate.begin(member, Permission.MEMBERS_CORRECT);
        CorrectionGate.needed(reason);
        members.unblock(member, reason);
    }

    /** Forgets who the member was and keeps the books. Refuses as {@link ErasureService#erase} does. */
    public void erase(MemberId member) {
        gate.begin(member, Permission.MEMBERS_ERASE);
        erasure.erase(member);
    }

    /** The trail's own time is real; the story is told in the tenant's. */
    private void tell(String action, MemberId member, String reason, Map<String, String> what) {
        Map<String, String> told = new TreeMap<>(what);
        told.put("reason", reason);
        told.put("at", clock.now().toString());
        audit.record(action, "member", member.toString(), null, told);
    }
}
