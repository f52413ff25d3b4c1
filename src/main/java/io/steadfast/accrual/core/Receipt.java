package io.steadfast.accrual.core;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What stands for an order or activity, program by program, as its reporter is told: everything granted and everything
 * taken back since, so the difference of both is what the member has of it.
 *
 * @param memberId empty where nobody claimed it
 * @param superseded true on the answer to a revision that isn't newer than the one that stands
 * @param problems what was taken as reported but can't be quite right
 * @param review where somebody must look at the activity first, the review's id; empty for everything else
 * @param balance of the member once all of it was posted
 */
public record Receipt(
        UUID receiptId,
        String source,
        String reference,
        Optional<MemberId> memberId,
        Optional<Boolean> superseded,
        List<Part> programs,
        List<Problem> problems,
        Optional<UUID> review,
        Balance balance) {

    public Receipt {
        programs = List.copyOf(programs);
        problems = List.copyOf(problems);
    }

    /** The same receipt as the answer to a state that came too late. */
    public Receipt asSuperseded() {
        return new Receipt(
                receiptId, source, reference, memberId, Optional.of(true), programs, problems, review, balance);
    }

    /** What stands for the same activity from now on. */
    public Receipt then(UUID id, List<Part> parts, List<Problem> left, Balance now) {
        return new Receipt(id, source, reference, memberId, superseded, parts, left, review, now);
    }

    /**
     * What one program said.
     *
     * @param version empty where none was in force
     */
    public record Part(
            ProgramCode program,
            Optional<Integer> version,
            List<Granted> granted,
            List<Taken> taken,
            List<Skipped> skipped,
            List<TierChange> tiers,
            List<Made> vouchers,
            List<Made> stamps,
            List<Made> donations) {

        static Part empty(ProgramCode program) {
            return new Part(
                    program,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }

        /** The same part with other points and moves of tiers. */
        private Part then(List<Granted> nowGranted, List<Taken> nowTaken, List<TierChange> moves) {
            return new Part(program, version, nowGranted, nowTaken, skipped, moves, vouchers, stamps, donations);
        }

        /** The same part with all of its points taken back. */
        public Part takenBack(List<TierChange> moves) {
            return with(Beside.vouchers(List.of()))
                    .then(
                            granted,
                            granted.stream()
                                    .map(each -> new Taken(each.wallet(), each.points(), each.rule(), List.of()))
                                    .toList(),
                            moves);
        }

        Part with(Beside beside) {
            return new Part(
                    program,
                    version,
                    granted,
                    taken,
                    skipped,
                    tiers,
                    beside.vouchers(),
                    beside.stamps(),
                    beside.donations());
        }

        public Part {
            granted = List.copyOf(granted);
            taken = List.copyOf(taken);
            skipped = List.copyOf(skipped);
            tiers = List.copyOf(tiers);
            vouchers = List.copyOf(vouchers);
            stamps = List.copyOf(stamps);
            donations = List.copyOf(donations);
        }
    }

    /**
     * Points a rule gave.
     *
     * @param state as of the receipt
     * @param activeAt empty while they wait for an event
     * @param lines what belongs to which line; empty for an activity
     */
    public record Granted(
            WalletCode wallet,
            long points,
            RuleCode rule,
            State state,
            Optional<Instant> activeAt,
            Optional<Instant> expiresAt,
            List<LineShare> lines) {

        public Granted {
            lines = List.copyOf(lines);
        }
    }

    /** Whether granted points could be used when the receipt was written. */
    public enum State {
        PENDING,
        ACTIVE,
        EXPIRED
    }

    /** Points that returns took back of what a rule gave. */
    public record Taken(WalletCode wallet, long points, RuleCode rule, List<LineShare> lines) {

        public Taken {
            lines = List.copyOf(lines);
        }
    }

    /** A rule that gave nothing; without {@code rule} the whole program didn't look. */
    public record Skipped(Optional<RuleCode> rule, List<String> reasons) {

        public Skipped {
            reasons = List.copyOf(reasons);
        }
    }

    /** A change of tier that came of it. */
    public record TierChange(String set, TierCode before, TierCode after) {}

    /** What came of it beside points, in one program. */
    public record Beside(List<Made> vouchers, List<Made> stamps, List<Made> donations) {

        public Beside {
            vouchers = List.copyOf(vouchers);
            stamps = List.copyOf(stamps);
            donations = List.copyOf(donations);
        }

        public static Beside vouchers(List<Made> made) {
            return new Beside(made, List.of(), List.of());
        }

        public static Beside stamps(List<Made> made) {
            return new Beside(List.of(), made, List.of());
        }

        public static Beside donations(List<Made> made) {
            return new Beside(List.of(), List.of(), made);
        }

        /** Both, this one's first. */
        public Beside and(Beside other) {
            return new Beside(
                    joined(vouchers, other.vouchers), joined(stamps, other.stamps), joined(donations, other.donations));
        }

        private static List<Made> joined(List<Made> first, List<Made> second) {
            return Stream.concat(first.stream(), second.stream()).toList();
        }
    }

    /**
     * Something else that came of it.
     *
     * @param code of the voucher, stamp card or charity
     * @param kind who or what it is of, where there are several, as in {@code brand} and {@code member}
     * @param count how many, as of stamps
     * @param state as its own feature names it, as in {@code PLEDGED}
     */
    public record Made(
            String code,
            Optional<String> kind,
            Optional<Money> amount,
            Optional<Long> count,
            Optional<String> state,
            Optional<Instant> expiresAt) {

        /** A thing with a state. */
        public static Made of(String code, String state) {
            return new Made(
                    code, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(state), Optional.empty());
        }

        /** The same with an amount. */
        public Made worth(Money other) {
            return new Made(code, kind, Optional.of(other), count, state, expiresAt);
        }

        /** The same, so many of it. */
        public Made times(long other) {
            return new Made(code, kind, amount, Optional.of(other), state, expiresAt);
        }

        public Made ofKind(String other) {
            return new Made(code, Optional.of(other), amount, count, state, expiresAt);
        }

        public Made until(Instant other) {
            return new Made(code, kind, amount, count, state, Optional.of(other));
        }
    }

    /** Something about the report that its sender should look at. */
    public record Problem(String code, String about) {}

    /** What the member has once all was posted. */
    public record Balance(List<WalletLine> wallets) {

        public Balance {
            wallets = List.copyOf(wallets);
        }
    }

    /** What the member has in one wallet, in its smallest unit; {@code spendable} is negative under a debt. */
    public record WalletLine(WalletCode wallet, long spendable, long pending, long held, long debt, long lifetime) {}
}
