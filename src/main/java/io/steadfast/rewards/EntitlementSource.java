package io.steadfast.rewards;

import io.steadfast.rewards.core.HeldEntitlement;
import io.steadfast.shared.MemberId;
import java.time.Instant;
import java.util.List;

/**
 * Something that gives members rights beside their tier: a paid plan, a club. Another feature implements it as an
 * application-scoped bean.
 */
public interface EntitlementSource {

    /** The rights a member has from it at an instant. */
    List<HeldEntitlement> held(MemberId member, Instant at);
}
