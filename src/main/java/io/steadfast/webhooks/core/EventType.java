package io.steadfast.webhooks.core;

import java.util.Set;

/** The types of events that leave the house, as the API contract names them. */
public final class EventType {

    /** Every type an endpoint can ask for. */
    public static final Set<String> ALL = Set.of(
            "member.enrolled",
            "member.updated",
            "member.merged",
            "member.erased",
            "activity.reviewed",
            "points.accrued",
            "points.activated",
            "points.redeemed",
            "points.reversed",
            "points.expiring",
            "points.expired",
            "points.adjusted",
            "tier.changed",
            "tier.will_downgrade",
            "voucher.issued",
            "voucher.used",
            "voucher.expired",
            "membership.changed",
            "donation.pledged",
            "donation.settled",
            "program.published");

    private EventType() {}
}
