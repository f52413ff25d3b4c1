package io.steadfast.rewards;

import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Money;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes what a reward that is a donation gives. Another feature implements it as an application-scoped bean; while none
 * does, such a reward isn't available.
 */
public interface DonationTaker {

    /**
     * Takes a donation in the transaction under way; the member's lock is held and the points are used.
     *
     * @throws io.steadfast.platform.refusals.Refusal for a charity that is unknown or closed
     */
    void take(BoughtDonation donation);

    /**
     * A donation that was paid with points.
     *
     * @param charity the reward's or the member's choice; empty: as the member has chosen otherwise
     * @param entry of the books that used the points
     */
    record BoughtDonation(
            MemberId member,
            ProgramVersion version,
            UUID redemption,
            Money amount,
            Optional<String> charity,
            UUID entry) {}
}
