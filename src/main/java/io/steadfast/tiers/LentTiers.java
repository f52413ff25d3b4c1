package io.steadfast.tiers;

import io.steadfast.shared.MemberId;
import java.time.Instant;
import java.util.List;

/** Whoever lends tiers, as a paid plan does: another feature implements it as a bean; tiers know none by name. */
public interface LentTiers {

    /** The tiers below which the member doesn't stand at an instant, as far as is known now. */
    List<LentTier> lentAt(MemberId member, Instant at);
}
