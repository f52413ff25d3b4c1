package io.steadfast.ledger.core;

/**
 * A change of an account, in points, each signed.
 *
 * @param held reserved or blocked: the member's, and not usable
 * @param debt positive when the member owes more
 * @param lifetime granted less taken back; what lapsed and came back was granted once
 */
public record AccountChange(long pending, long active, long held, long debt, long lifetime) {

    public static final AccountChange NONE = new AccountChange(0, 0, 0, 0, 0);

    /** Points in a state that counts as the member's. */
    static AccountChange of(LotState state, long points) {
        return switch (state) {
            case PENDING -> new AccountChange(points, 0, 0, 0, 0);
            case ACTIVE -> new AccountChange(0, points, 0, 0, 0);
            case HELD, BLOCKED -> new AccountChange(0, 0, points, 0, 0);
            case SPENT, EXPIRED, REVERSED -> NONE;
        };
    }

    static AccountChange owed(long points) {
        return new AccountChange(0, 0, 0, points, 0);
    }

    static AccountChange earned(long points) {
        return new AccountChange(0, 0, 0, 0, points);
    }

    public AccountChange plus(AccountChange other) {
        return new AccountChange(
                Math.addExact(pending, other.pending),
                Math.addExact(active, other.active),
                Math.addExact(held, other.held),
                Math.addExact(debt, other.debt),
                Math.addExact(lifetime, other.lifetime));
    }

    /** The change of the member's account in the double entry. */
    public long member() {
        return Math.addExact(Math.addExact(pending, active), held);
    }

    /** The change of everything the member has, less what is owed. */
    public long total() {
        return Math.subtractExact(member(), debt);
    }
}
