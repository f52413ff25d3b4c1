package io.steadfast.accrual;

import io.steadfast.accrual.core.Grant;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.EntryDraft;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.EntryStory;
import io.steadfast.ledger.core.LotMove;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Why an entry stands.
 *
 * @param program of the rule that decided, else of the wallet
 * @param version of the program that decided; empty where no program did
 * @param source of the order or activity it is about, where there is one; {@code reference} likewise
 * @param points given, taken back or moved, in the wallet's smallest unit; positive
 * @param sentence for the member, in their language
 * @param lines for staff, in the same language
 * @param proof what the rule gave: conditions, arithmetic, caps, shares and dates, complete enough to execute it again
 * @param booking what was done to which lots and why, where no rule of an order or activity decided
 */
public record Explanation(
        UUID entryId,
        Kind kind,
        ProgramCode program,
        Optional<Integer> version,
        Optional<String> source,
        Optional<String> reference,
        Instant at,
        long points,
        String sentence,
        List<String> lines,
        Optional<Grant> proof,
        Optional<Booking> booking) {

    public Explanation {
        lines = List.copyOf(lines);
    }

    public enum Kind {
        /** A rule gave points for an order or activity. */
        GIVEN,
        /** What a rule had given went back. */
        TAKEN,
        /** Anything else in the books: time, staff, a use of points, a gift. */
        BOOKED
    }

    /**
     * What an entry did to lots, and who had it done.
     *
     * @param actor PERSON, KEY, JOB or OPERATOR
     * @param reason a code
     * @param granted the lot it made
     * @param moves points that changed their state; of an entry that used very many lots the first ones
     * @param dates other dates that lots got
     */
    public record Booking(
            EntryKind kind,
            WalletCode wallet,
            Optional<String> actor,
            Optional<String> reason,
            Optional<EntryDraft.NewLot> granted,
            List<LotMove> moves,
            List<EntryDraft.LotChange> dates) {

        static Booking of(EntryStory story) {
            Optional<Cause.Authority> authority = story.entry().cause().authority();
            return new Booking(
                    story.entry().kind(),
                    story.entry().wallet(),
                    authority.map(Cause.Authority::actorKind),
                    authority.map(Cause.Authority::reason),
                    story.granted(),
                    story.moves(),
                    story.dates());
        }
    }
}
