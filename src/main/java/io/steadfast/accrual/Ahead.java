package io.steadfast.accrual;

import io.steadfast.accrual.core.Activity;
import io.steadfast.accrual.store.CapRepository;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.shared.MemberId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What judging reads about a member, asked in the round trip of their lock, so that it is known as of the lock and costs no
 * round trip of its own.
 *
 * @param openAttributes names of members' attributes that say nothing personal
 * @param caps what is used of the caps that stand open when the order or activity happened
 * @param ordersBefore paid orders that occurred before it; costs a round trip where no rule was known to ask for it
 * @param consents purposes the member agrees to now; of no use to an order, and empty for one
 * @param around what else the member did around an activity and wasn't found untrue; empty for an order
 */
record Ahead(
        MemberId member,
        Supplier<Optional<MemberProfile>> profile,
        Supplier<Set<String>> openAttributes,
        Supplier<CapRepository.Used> caps,
        Supplier<Long> ordersBefore,
        Supplier<Set<String>> consents,
        Supplier<List<Activity>> around) {}
