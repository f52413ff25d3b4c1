package io.steadfast.designer.faces;

import io.steadfast.accrual.TrialService;
import io.steadfast.designer.Basket;
import io.steadfast.designer.NotThat;
import io.steadfast.designer.Numbers;
import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.Terms;
import io.steadfast.programs.TermsGenerator;
import io.steadfast.programs.WrittenTerms;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Wallet;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands beside the sections: what a member gets for a basket, their card, and what the terms will say. */
@Named("gets")
@RequestScoped
public class GetsBean {

    @Inject
    private ProgramBean program;

    @Inject
    private DraftsBean drafts;

    @Inject
    private TenantClock clock;

    @Inject
    private TrialLifeBean life;

    @Inject
    private TrialBasketBean more;

    @Inject
    private TrialService trials;

    @Inject
    private WrittenTerms written;

    @Inject
    private FrameBean frame;

    @Inject
    private Formats f;

    @Inject
    private PageTexts t;

    private @Nullable List<Example> examples;
    private @Nullable List<Terms.Section> terms;

    public String getBasket() {
        String typed = drafts.parameter("basket").strip();
        return typed.isEmpty() ? "40.00" : typed;
    }

    /** What was typed; at first something that fills the program's stamp card, where it has one. */
    public String getCategory() {
        return drafts.given("category").map(String::strip).orElseGet(() -> stamped(document()));
    }

    /** Something that fills the program's stamp card; empty where it has none. */
    static String stamped(ProgramDocument document) {
        return document.stampCards().stream()
                .flatMap(card -> card.products().stream())
                .findFirst()
                .orElse("");
    }

    /** What a member gets for the basket, in points or, where the program gives credit, in money. */
    public String figure(Example example) {
        return isCredit()
                ? f.money(example.points(), getCurrency())
                : t.with("designer", "points", "count", example.points());
    }

    /** What a rule gives. */
    public String amount(Example.Line line) {
        return isCredit() && line.points() != 0 ? f.money(line.points(), getCurrency()) : f.signed(line.points());
    }

    private boolean isCredit() {
        return isCredit(document());
    }

    /** Whether all that one can spend is money. */
    static boolean isCredit(ProgramDocument document) {
        List<Wallet> spendable = document.wallets().stream()
                .filter(wallet -> wallet.purpose() == Wallet.Purpose.REWARD)
                .toList();
        return !spendable.isEmpty() && spendable.stream().allMatch(wallet -> wallet.unit() == Wallet.Unit.CURRENCY);
    }

    /** Whether there is anything to earn at all; a program may only give to charity. */
    public boolean isEarning() {
        return !document().wallets().isEmpty();
    }

    private ProgramDocument document() {
        return program.looked();
    }

    /** Nothing where the boxes hold no amounts yet. */
    Basket basket() {
        try {
            Basket typed =
                    more.of(Numbers.minorUnits(getBasket(), document().basics().currency()), getCategory());
            typed.order(document().basics().currency(), clock.now());
            return typed;
        } catch (NotThat notYet) {
            return Basket.of(0, getCategory());
        }
    }

    /** A real member who was looked for and chosen, then somebody of each tier and plan. */
    public List<Example> getExamples() {
        if (examples == null) {
            Say say = new Say(document(), frame.getLocale());
            examples = Stream.concat(real(say).stream(), Example.all(say, basket(), clock.now()).stream())
                    .toList();
        }
        return examples;
    }

    private Optional<Example> real(Say say) {
        Instant now = clock.now();
        return life.getMember()
                .map(member -> Example.real(
                        say,
                        basket(),
                        now,
                        life.name(member),
                        trials.facts(
                                member.id(),
                                new ProgramVersion(document().basics().code(), 1, document(), Instant.EPOCH),
                                basket().order(document().basics().currency(), now))));
    }

    /** The tier one looks at: the one asked for, else the first. */
    public Example getChosen() {
        return getExamples().stream()
                .filter(example -> example.code().equals(asked()))
                .findFirst()
                .orElse(getExamples().get(0));
    }

    /** What was clicked last, else what the page showed. */
    private String asked() {
        return drafts.given("asked").filter(code -> !code.isEmpty()).orElseGet(() -> drafts.parameter("as"));
    }

    public String getCurrency() {
        return document().basics().currency().getCurrencyCode();
    }

    /** All the terms as they will be. */
    public Terms getWhole() {
        Instant now = clock.now();
        return written.of(new ProgramVersion(document().basics().code(), 1, document(), now), frame.getLocale());
    }

    /** What the terms will say of the section one works on. */
    public List<Terms.Section> getTerms() {
        if (terms == null) {
            terms = TermsGenerator.parts(document(), frame.getLocale()).getOrDefault(part(), List.of());
        }
        return terms;
    }

    private TermsGenerator.Part part() {
        return switch (program.getTopic()) {
            case BASICS -> TermsGenerator.Part.ABOUT;
            case EARN, LIMITS -> TermsGenerator.Part.EARNING;
            case TIERS -> TermsGenerator.Part.TIERS;
            case EXPIRY -> TermsGenerator.Part.WALLETS;
            case REWARDS -> TermsGenerator.Part.REWARDS;
            case STAMPS -> TermsGenerator.Part.STAMPS;
            case PLANS -> TermsGenerator.Part.PLANS;
            case GIVING -> TermsGenerator.Part.GIVING;
            case TERMS -> TermsGenerator.Part.CHANGES;
        };
    }

    /** What becomes of points of today or, in the section on tiers, of a tier of today; empty in other sections. */
    public List<Timeline.Stop> getTimeline() {
        Say say = new Say(document(), frame.getLocale());
        return switch (program.getTopic()) {
            case EARN, EXPIRY -> Timeline.of(say, clock.now(), f::day);
            case TIERS -> Timeline.ofTiers(say, clock.now(), f::day);
            default -> List.of();
        };
    }

    /** The same drawn on a line. */
    public Optional<TimelinePicture> getTimelinePicture() {
        return TimelinePicture.of(getTimeline(), frame.getLocale());
    }

    public String getTimelineTitle() {
        return t.text("designer", program.getTopic() == Section.Topic.TIERS ? "timeline_tiers" : "timeline");
    }
}
