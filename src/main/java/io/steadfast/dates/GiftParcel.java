package io.steadfast.dates;

import io.steadfast.accrual.core.GrantDates;
import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.LotDates;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posting;
import io.steadfast.platform.outbox.Outbox;
import io.steadfast.programs.core.DateGift;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Reward;
import io.steadfast.programs.core.RewardKind;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Origin;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.tiers.TierService;
import io.steadfast.vouchers.VoucherIssue;
import io.steadfast.vouchers.VoucherService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Hands out what a gift holds: a voucher, credit, points. */
@Dependent
class GiftParcel {

    private static final String REASON = "MEMBER_DATE";

    /** What the entries of gifts are about; the gift's code is the reference. */
    private static final String SUBJECT = "steadfast:date";

    @Inject
    private VoucherService vouchers;

    @Inject
    private LedgerService ledger;

    @Inject
    private TierService tiers;

    @Inject
    private Outbox outbox;

    /**
     * Whom a gift is for; the member is locked.
     *
     * @param gift the id under which it is noted
     */
    record To(MemberId member, UUID gift, ProgramVersion version, Instant now) {}

    /** What an event tells of points that were given for a day. */
    private record PointsGiven(
            ProgramCode program, int version, UUID giftId, WalletCode wallet, long points, UUID entryId) {}

    void give(To to, DateGift gift) {
        ProgramDocument document = to.version().document();
        gift.reward().flatMap(document::reward).ifPresent(reward -> give(to, gift, reward));
        gift.points().ifPresent(points -> grant(to, gift, points));
    }

    private void give(To to, DateGift gift, Reward reward) {
        if (reward.gives() instanceof RewardKind.Credit credit) {
            grant(to, gift, new DateGift.GiftPoints(credit.wallet(), credit.amount()));
        } else {
            vouchers.issue(new VoucherIssue(
                    to.member(), to.version(), reward, Optional.empty(), REASON, Optional.of(to.gift())));
        }
    }

    /** By the tier's policies from today on, else the wallet's; the program as a whole decided, no rule. */
    private void grant(To to, DateGift gift, DateGift.GiftPoints given) {
        WalletCode code = given.wallet();
        ProgramDocument document = to.version().document();
        Origin origin = new Origin(
                Origin.Kind.PROGRAM, to.version().code().value(), to.version().version(), Optional.empty());
        Cause cause = new Cause(
                Optional.of(origin),
                Optional.of(new Cause.Authority("JOB", "member_dates", REASON)),
                Optional.of(new Cause.Subject(SUBJECT, gift.code())),
                Optional.empty());
        GrantDates policies = new GrantDates(document, tiers.tiersAt(to.member(), to.now()), to.now());
        LotDates dates = new LotDates(to.now(), Optional.of(to.now()), policies.expiryAtOnce(code));
        Movement.Grant grant = new Movement.Grant(
                EntryKind.ACCRUAL, code, given.points(), dates, Movement.Grant.TENANT, Optional.empty(), cause);
        UUID entry = ledger.post(Posting.of(to.member(), to.now(), grant))
                .entries()
                .get(0)
                .id();
        outbox.publish(
                "points.accrued",
                Optional.of(to.member()),
                new PointsGiven(to.version().code(), to.version().version(), to.gift(), code, given.points(), entry));
    }
}
