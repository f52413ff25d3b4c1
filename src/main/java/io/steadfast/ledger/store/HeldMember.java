package io.steadfast.ledger.store;

import io.steadfast.ledger.core.AccountFacts;
import io.steadfast.ledger.core.Hold;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A member whose standing this transaction has locked: the head of the chain and the accounts, as they move with each posting. */
public final class HeldMember {

    private final MemberId member;
    private final Optional<Instant> lastActivityAt;
    private final Optional<LocalDate> closedThrough;
    private final Map<WalletCode, AccountFacts> accounts = new HashMap<>();
    private List<Hold> overdue = List.of();
    private Optional<MemberId> mergedInto = Optional.empty();
    private long chainSeq;
    private byte[] chainHead;

    HeldMember(
            MemberId member,
            Optional<Instant> lastActivityAt,
            Optional<LocalDate> closedThrough,
            long chainSeq,
            byte[] chainHead) {
        this.member = member;
        this.lastActivityAt = lastActivityAt;
        this.closedThrough = closedThrough;
        this.chainSeq = chainSeq;
        this.chainHead = chainHead.clone();
    }

    public MemberId member() {
        return member;
    }

    public Optional<Instant> lastActivityAt() {
        return lastActivityAt;
    }

    /** Every wallet the member holds, by the clock. */
    public List<WalletBalance> balances() {
        return accounts.values().stream().map(AccountFacts::balance).toList();
    }

    /** Whose what they had is now; empty while it is their own. */
    public Optional<MemberId> mergedInto() {
        return mergedInto;
    }

    void mergedInto(MemberId survivor) {
        mergedInto = Optional.of(survivor);
    }

    public AccountFacts account(WalletCode wallet) {
        return accounts.getOrDefault(wallet, AccountFacts.none(wallet));
    }

    Map<WalletCode, AccountFacts> accounts() {
        return accounts;
    }

    /** The day it happened, or today where the month of that day takes no more. */
    LocalDate postingDate(Instant effectiveAt, Instant now, ZoneId zone) {
        LocalDate day = effectiveAt.atZone(zone).toLocalDate();
        boolean closed = closedThrough
                .filter(month -> !day.withDayOfMonth(1).isAfter(month))
                .isPresent();
        return closed ? now.atZone(zone).toLocalDate() : day;
    }

    long chainSeq() {
        return chainSeq;
    }

    byte[] chainHead() {
        return chainHead.clone();
    }

    /** Holds whose time had passed when the lock was taken; they are released before anything is posted. */
    List<Hold> overdue() {
        return overdue;
    }

    void overdue(List<Hold> holds) {
        overdue = List.copyOf(holds);
    }

    void advance(long seq, byte[] head, Map<WalletCode, AccountFacts> read) {
        chainSeq = seq;
        chainHead = head.clone();
        accounts.clear();
        accounts.putAll(read);
    }
}
