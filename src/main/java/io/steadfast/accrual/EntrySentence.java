package io.steadfast.accrual;

import io.steadfast.accrual.core.Receipt;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.EntryDraft;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.EntryStory;
import io.steadfast.ledger.core.LotMove;
import io.steadfast.ledger.core.LotState;
import io.steadfast.programs.Words;
import io.steadfast.programs.core.DateGift;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An entry that no rule of an order or activity made, in words: one sentence for the member, lines for staff. */
final class EntrySentence {

    /** What gifts for a day of the member's own are about; their code is the reference. */
    private static final String DATE_GIFT = "steadfast:date";

    /** Why points were used that nobody asked to use. */
    private static final String BY_ITSELF = "SELF_REDEMPTION";

    private final Words words;
    private final List<Receipt.Made> brought;

    /**
     * @param document of the wallet's program
     * @param brought what a use of points brought
     */
    EntrySentence(ProgramDocument document, Locale language, List<Receipt.Made> brought) {
        this.words = Words.of("proofs", document, language);
        this.brought = List.copyOf(brought);
    }

    String sentence(EntryStory story) {
        return words.text(
                "entry." + story.entry().kind() + variant(story),
                "points",
                points(story, story.points()),
                "wallet",
                words.walletName(story.entry().wallet()),
                "gift",
                gift(story).orElse(""),
                "made",
                made(),
                "lost",
                points(story, story.movedTo(LotState.EXPIRED)),
                "debt",
                points(story, story.entry().change().debt()),
                "date",
                story.entry().kind() == EntryKind.REDATING
                        ? newEnd(story).map(this::lastDay).orElse("")
                        : lastDay(story.entry().effectiveAt()));
    }

    /** What makes another sentence of the same kind of entry. */
    private String variant(EntryStory story) {
        return switch (story.entry().kind()) {
            case ACCRUAL -> gift(story).isPresent() ? ".gift" : "";
            case REDEMPTION -> isByItself(story) ? ".itself" : "";
            case CORRECTION -> story.granted().isPresent() ? ".up" : ".down";
            case REVERSAL -> story.entry().change().debt() > 0 ? ".owed" : "";
            case RETURN -> story.movedTo(LotState.EXPIRED) > 0 ? ".lost" : "";
            case REDATING -> newEnd(story).isPresent() ? ".until" : "";
            default -> "";
        };
    }

    private static boolean isByItself(EntryStory story) {
        return story.entry()
                .cause()
                .authority()
                .filter(by -> by.reason().equals(BY_ITSELF))
                .isPresent();
    }

    /** What it brought, as the program calls it, with its code. */
    private String made() {
        List<String> all = brought.stream().map(this::called).toList();
        return all.isEmpty() ? words.text("made.gone") : words.joined(all, "comma");
    }

    private String called(Receipt.Made made) {
        String name = made.kind()
                .flatMap(code -> words.document().reward(new RewardCode(code)))
                .map(reward -> reward.name().in(words.language()))
                .orElse(made.code());
        return made.amount().isPresent() ? name : words.text("made.voucher", "name", name, "code", made.code());
    }

    private Optional<String> gift(EntryStory story) {
        return story.entry()
                .cause()
                .subject()
                .filter(subject -> subject.source().equals(DATE_GIFT))
                .flatMap(subject -> words.document().dateGifts().stream()
                        .filter(gift -> gift.code().equals(subject.reference()))
                        .map(DateGift::name)
                        .map(name -> name.in(words.language()))
                        .findFirst());
    }

    private static Optional<Instant> newEnd(EntryStory story) {
        return story.dates().stream().findFirst().flatMap(EntryDraft.LotChange::expiresAt);
    }

    List<String> lines(EntryStory story) {
        List<String> lines = new ArrayList<>();
        Cause cause = story.entry().cause();
        cause.authority()
                .ifPresent(
                        by -> lines.add(words.text("staff.entry.by", "actor", by.actorKind(), "reason", by.reason())));
        cause.subject()
                .ifPresent(about -> lines.add(
                        words.text("staff.entry.about", "source", about.source(), "reference", about.reference())));
        brought.forEach(made -> lines.add(words.text("staff.entry.made", "made", called(made))));
        story.granted().ifPresent(lot -> {
            lines.add(words.text("staff.points", "points", points(story, lot.granted()), "wallet", wallet(story)));
            lot.dates().activatesAt().ifPresent(at -> lines.add(words.text("staff.active", "at", time(at))));
            lines.add(until(lot.dates().expiresAt()));
        });
        story.moves().forEach(move -> lines.add(moved(story, move)));
        story.dates()
                .forEach(change -> lines.add(
                        words.text("staff.entry.dates", "lot", change.lot(), "until", until(change.expiresAt()))));
        figures(story, lines);
        lines.add(words.text("staff.entry.posted", "date", story.entry().postingDate()));
        return List.copyOf(lines);
    }

    private void figures(EntryStory story, List<String> lines) {
        long debt = story.entry().change().debt();
        if (debt != 0) {
            lines.add(words.text(
                    debt > 0 ? "staff.entry.owed" : "staff.entry.repaid", "points", points(story, Math.abs(debt))));
        }
        if (story.entry().forgiven() > 0) {
            lines.add(words.text(
                    "staff.entry.forgiven",
                    "points",
                    points(story, story.entry().forgiven())));
        }
    }

    private String moved(EntryStory story, LotMove move) {
        return words.text(
                "staff.entry.moved",
                "points",
                points(story, move.points()),
                "earned",
                time(move.earnedAt()),
                "from",
                words.text("state." + move.from()),
                "to",
                words.text("state." + move.to()));
    }

    private String until(Optional<Instant> expiresAt) {
        return expiresAt
                .map(at -> words.text("staff.expires", "at", time(at)))
                .orElseGet(() -> words.text("staff.expires.never"));
    }

    private String points(EntryStory story, long points) {
        WalletCode wallet = story.entry().wallet();
        return words.points(BigDecimal.valueOf(points), wallet);
    }

    private String wallet(EntryStory story) {
        return words.walletName(story.entry().wallet());
    }

    /** The last day on which points could be used that lapse at this instant. */
    private String lastDay(Instant exclusive) {
        LocalDate day = exclusive
                .minusMillis(1)
                .atZone(words.document().basics().zone())
                .toLocalDate();
        return words.date(day);
    }

    private String time(Instant at) {
        return at.atZone(words.document().basics().zone())
                .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss VV", words.language()));
    }
}
