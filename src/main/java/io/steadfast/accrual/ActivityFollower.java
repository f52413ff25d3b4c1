package io.steadfast.accrual;

/**
 * Something that an activity brings about beside points. Another feature implements it as an application-scoped bean; activities know
 * none by name.
 *
 * <p>It is asked in the activity's own transaction, once it is judged and whenever that is decided anew, with the member's lock held,
 * points posted and tiers counted; as {@link OrderFollower} for an order.
 */
public interface ActivityFollower {

    /** Says what stands now beside points: everything, not just what is new. */
    Followed follow(SettledActivity settled);
}
