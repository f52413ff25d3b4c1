package io.steadfast.accrual;

import io.steadfast.accrual.core.AccrualRefusal;
import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.store.Proof;
import io.steadfast.accrual.store.ProofRepository;
import io.steadfast.accrual.store.StoredProof;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.Member;
import io.steadfast.platform.i18n.Language;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.MemberId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Says why an entry stands: from the proof that was written with it, or, where no rule made it, from the books themselves. */
@Stateless
public class ExplanationService {

    @Inject
    ProofRepository proofs;

    @Inject
    ProgramService programs;

    @Inject
    MemberService members;

    @Inject
    BookedExplanations booked;

    /**
     * Explains an entry of any kind.
     *
     * <p>Refuses {@code ENTRY_UNKNOWN} (404) for an entry that isn't this member's.
     *
     * @param wish the language of the texts; empty means the member's own
     */
    public Explanation explain(MemberId member, UUID entry, Optional<Language> wish) {
        Locale language = wish.or(() -> members.find(member).flatMap(ExplanationService::ownLanguage))
                .orElse(Language.ENGLISH)
                .locale();
        return proofs.ofEntry(member, entry)
                .filter(proof -> proof.kind() != Proof.Kind.SKIP)
                .flatMap(stored -> explained(entry, stored, language))
                .or(() -> Optional.ofNullable(
                        booked.of(member, List.of(entry), language).get(entry)))
                .orElseThrow(() -> new Refusal(AccrualRefusal.ENTRY_UNKNOWN));
    }

    /** Explains several entries of a member at once, as a page of a statement needs it; what can't be explained is left out. */
    public Map<UUID, Explanation> explain(MemberId member, Collection<UUID> entries, Language language) {
        Map<UUID, Explanation> explanations = new HashMap<>();
        proofs.ofEntries(member, entries)
                .forEach((entry, stored) -> Optional.of(stored)
                        .filter(proof -> proof.kind() != Proof.Kind.SKIP)
                        .flatMap(proof -> explained(entry, proof, language.locale()))
                        .ifPresent(explanation -> explanations.put(entry, explanation)));
        List<UUID> others = entries.stream()
                .filter(entry -> !explanations.containsKey(entry))
                .toList();
        explanations.putAll(booked.of(member, others, language.locale()));
        return explanations;
    }

    /** Says why rules gave nothing to the order or activity of a member's receipt; empty where all that looked gave. */
    public List<SkippedExplanation> skipped(MemberId member, UUID receipt, Optional<Language> wish) {
        Locale language = wish.or(() -> members.find(member).flatMap(ExplanationService::ownLanguage))
                .orElse(Language.ENGLISH)
                .locale();
        return proofs.skipped(member, receipt).stream()
                .flatMap(stored -> skipped(stored, language).stream())
                .toList();
    }

    /** What lately happened and gave the member nothing at all, the latest first, each rule with why; at most {@code most}. */
    public List<GaveNothing> gaveNothing(MemberId member, int most, Language language) {
        return proofs.gaveNothing(member, most).stream()
                .flatMap(subject -> skipped(subject.proof(), language.locale()).stream()
                        .map(why -> new GaveNothing(subject.name(), why)))
                .toList();
    }

    /** Where no version was in force there is no document to name anything from; the latest says it as well. */
    private Optional<SkippedExplanation> skipped(StoredProof stored, Locale language) {
        Proofs.Skipped skipped = proofs.read(stored, Proofs.Skipped.class);
        return programs.version(stored.program(), Math.max(1, stored.version()))
                .map(ProgramVersion::document)
                .map(document -> new SkippedExplanation(
                        stored.program(),
                        stored.version(),
                        skipped.occurredAt(),
                        new ProofSentence(document, language).skipped(skipped.skipped()),
                        new ProofLines(document, language).skipped(skipped.skipped()),
                        skipped.skipped()));
    }

    /** Empty as well where it wasn't known any more what a rule had given: then the books say what was taken. */
    private Optional<Explanation> explained(UUID entry, StoredProof stored, Locale language) {
        return programs.version(stored.program(), stored.version())
                .map(ProgramVersion::document)
                .map(document -> stored.kind() == Proof.Kind.GRANT
                        ? given(entry, stored, document, language)
                        : taken(entry, stored, document, language))
                .filter(explanation -> explanation.proof().isPresent());
    }

    private static Optional<Language> ownLanguage(Member member) {
        return member.person().locale().flatMap(Language::of);
    }

    private Explanation given(UUID entry, StoredProof stored, ProgramDocument document, Locale language) {
        Proofs.Given given = proofs.read(stored, Proofs.Given.class);
        return new Explanation(
                entry,
                Explanation.Kind.GIVEN,
                stored.program(),
                Optional.of(stored.version()),
                Optional.of(given.source()),
                Optional.of(given.reference()),
                given.occurredAt(),
                given.points(),
                new ProofSentence(document, language).granted(given.grant()),
                new ProofLines(document, language).granted(given.grant()),
                Optional.of(given.grant()),
                Optional.empty());
    }

    private Explanation taken(UUID entry, StoredProof stored, ProgramDocument document, Locale language) {
        Proofs.Taken taken = proofs.read(stored, Proofs.Taken.class);
        Optional<Grant> grant = taken.grant();
        return new Explanation(
                entry,
                Explanation.Kind.TAKEN,
                stored.program(),
                Optional.of(stored.version()),
                Optional.of(taken.source()),
                Optional.of(taken.reference()),
                taken.effectiveAt(),
                taken.points(),
                grant.map(one -> new ProofSentence(document, language).taken(one, taken.points()))
                        .orElse(""),
                grant.map(one -> new ProofLines(document, language).granted(one))
                        .orElse(List.of()),
                grant,
                Optional.empty());
    }
}
