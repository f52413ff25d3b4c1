package io.steadfast.accrual;

import io.steadfast.accrual.core.Receipt;
import io.steadfast.ledger.StatementService;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.EntryStory;
import io.steadfast.ledger.core.StatementEntry;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.WalletOwners;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Origin;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Says why entries stand that no rule of an order or activity made: the entry itself, with its lots and its cause, is the
 * proof.
 */
@Dependent
class BookedExplanations {

    @Inject
    StatementService statements;

    @Inject
    ProgramService programs;

    @Inject
    WalletOwners owners;

    @Inject
    @Any
    Instance<EntryOutcome> outcomes;

    /** By entry; entries of another member, and of wallets that no program has, are left out. */
    Map<UUID, Explanation> of(MemberId member, Collection<UUID> entries, Locale language) {
        Map<UUID, Explanation> explanations = new HashMap<>();
        if (!entries.isEmpty()) {
            Map<UUID, EntryStory> stories = statements.stories(member, entries);
            Map<UUID, List<Receipt.Made>> brought = brought(stories.values());
            stories.forEach((entry, story) -> version(story)
                    .ifPresent(version -> explanations.put(
                            entry, explained(story, version, language, brought.getOrDefault(entry, List.of())))));
        }
        return explanations;
    }

    /** Only uses of points bring something else. */
    private Map<UUID, List<Receipt.Made>> brought(Collection<EntryStory> stories) {
        List<UUID> uses = stories.stream()
                .map(EntryStory::entry)
                .filter(entry -> entry.kind() == EntryKind.REDEMPTION)
                .map(StatementEntry::id)
                .toList();
        Map<UUID, List<Receipt.Made>> brought = new HashMap<>();
        if (!uses.isEmpty()) {
            outcomes.forEach(outcome -> brought.putAll(outcome.of(uses)));
        }
        return brought;
    }

    /** The version that decided, else the one in force then of the wallet's program: wallet and zone never change. */
    private Optional<ProgramVersion> version(EntryStory story) {
        Optional<Origin> origin = story.entry().cause().origin();
        if (origin.isPresent()) {
            return programs.version(
                    new ProgramCode(origin.get().code()), origin.get().version());
        }
        return Optional.ofNullable(owners.of(List.of(story.entry().wallet()))
                        .get(story.entry().wallet()))
                .flatMap(program ->
                        programs.inForce(program, story.entry().effectiveAt()).or(() -> programs.version(program, 1)));
    }

    private static Explanation explained(
            EntryStory story, ProgramVersion version, Locale language, List<Receipt.Made> brought) {
        EntrySentence words = new EntrySentence(version.document(), language, brought);
        Cause cause = story.entry().cause();
        return new Explanation(
                story.entry().id(),
                Explanation.Kind.BOOKED,
                version.code(),
                cause.origin().map(Origin::version),
                cause.subject().map(Cause.Subject::source),
                cause.subject().map(Cause.Subject::reference),
                story.entry().effectiveAt(),
                story.points(),
                words.sentence(story),
                words.lines(story),
                Optional.empty(),
                Optional.of(Explanation.Booking.of(story)));
    }
}
