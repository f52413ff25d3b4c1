package io.steadfast.accrual.core;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What stands for an order or activity, program by program, as its reporter is told: everything granted and everything
 * taken back since, so the difference of both is what the member has of it.
 *
 * @param memberId empty where nobody claimed it
 * @param superseded true on the answer to a revision that isn't newer than the one that stands
 * @param problems what was taken as reported but can't be quite right
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
        Balance balance) {

    public Receipt {
        programs = List.copyOf(programs);
        problems = List.copyOf(problems);
    }

    /** The same receipt as the answer to a state that came too late. */
    public Receipt asSuperseded() {
        return new Receipt(receiptId, source, reference, memberId, Optional.of(true), programs, problems, balance);
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

    /** Something else that came of it, by its code. */
    public record Made(String code) {}

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
