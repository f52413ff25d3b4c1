package io.steadfast.designer.faces;

import io.steadfast.cards.CardService;
import io.steadfast.cards.core.MemberCard;
import io.steadfast.designer.core.ExampleCard;
import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.faces.Reader;
import io.steadfast.platform.i18n.Language;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.Words;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.Wallet;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The member's card beside the sections: a real member's as the API gives it now, where one is looked at and the program is in force;
 * else the example's, made by the same hand. It speaks as it would to that member, whatever language its designer reads.
 */
@Named("card")
@RequestScoped
public class CardBean {

    @Inject
    private ProgramBean program;

    @Inject
    private DraftsBean drafts;

    @Inject
    private GetsBean gets;

    @Inject
    private TrialLifeBean life;

    @Inject
    private CardService cards;

    @Inject
    private TenantClock clock;

    @Inject
    private FrameBean frame;

    @Inject
    private Formats f;

    @Inject
    private PageTexts t;

    @Inject
    private Reader reader;

    private @Nullable Optional<MemberCard> own;
    private @Nullable MemberCard shown;
    private @Nullable CardFace face;

    private Optional<MemberCard> own() {
        if (own == null) {
            own = gets.getChosen().code().equals(Example.REAL)
                    ? life.member()
                            .flatMap(member -> cards.cards(member, Optional.of(drafts.code())).stream()
                                    .findFirst())
                    : Optional.empty();
        }
        return own;
    }

    private MemberCard shown() {
        if (shown == null) {
            shown = own().orElseGet(() -> ExampleCard.of(
                    document(),
                    gets.getChosen().facts(),
                    gets.basket().order(document().basics().currency(), clock.now())));
        }
        return shown;
    }

    /** What stands below the card: whose it is, and its language where that isn't the reader's. */
    public String getNote() {
        String whose = t.text("designer", whose());
        Language spoken = language();
        return spoken == reader.language() ? whose : whose + t.text("designer", "card_in." + spoken.tag());
    }

    private String whose() {
        if (own().isPresent()) {
            return "card_note_real";
        }
        return gets.getChosen().tier().isEmpty() ? "card_note_plain" : "card_note";
    }

    /** The member's own, else the brand's. */
    private Language language() {
        return own().flatMap(card -> life.getMember())
                .flatMap(member -> member.person().locale())
                .flatMap(tag -> Language.of(tag))
                .orElseGet(reader::brands);
    }

    public CardFace getFace() {
        if (face == null) {
            Language language = language();
            face = reader.in(language, () -> face(language));
        }
        return face;
    }

    private CardFace face(Language language) {
        MemberCard card = shown();
        return new CardFace(
                language.tag(),
                title(),
                card.wallets().stream().map(this::balance).toList(),
                lastDay().map(day -> t.with("designer", "card_until", "day", day)),
                card.next().map(this::next),
                card.reward().map(this::wanted),
                Optional.of(card.donated())
                        .filter(given -> given.amount() > 0)
                        .map(given -> t.with("designer", "card_donated", "money", f.money(given))));
    }

    /** The tier; with a paid plan that plan; without either the program. */
    private String title() {
        boolean plan = !gets.getChosen().facts().plans().isEmpty() && own().isEmpty();
        return plan
                ? gets.getChosen().tier()
                : shown().level()
                        .map(level -> level.name().in(frame.getLocale()))
                        .orElseGet(() -> shown().name().in(frame.getLocale()));
    }

    /** What one can spend; credit as money. */
    private String balance(MemberCard.Purse purse) {
        if (purse.unit() == Wallet.Unit.CURRENCY) {
            return f.money(purse.spendable(), gets.getCurrency());
        }
        return shown().wallets().size() == 1 && purse.decimals() == 0
                ? t.with("designer", "points", "count", purse.spendable())
                : f.number(purse.spendable(), purse.decimals()) + " "
                        + purse.name().in(frame.getLocale());
    }

    private Optional<String> lastDay() {
        return shown().wallets().stream()
                .flatMap(purse -> purse.lapsing().stream())
                .map(lapsing -> lapsing.date())
                .min(LocalDate::compareTo)
                .map(f::day);
    }

    private CardFace.Next next(MemberCard.NextTier next) {
        String tier = next.name().in(frame.getLocale());
        boolean money = next.metric() == TierSet.Metric.Kind.SPEND;
        String missing = money ? f.money(next.missing(), gets.getCurrency()) : f.number(next.missing());
        return new CardFace.Next(
                next.percent(),
                t.with("designer", "card_reached", "percent", next.percent(), "tier", tier),
                t.with("designer", money ? "card_missing" : "card_missing_count", "missing", missing, "tier", tier),
                next.unlocks().stream()
                        .map(unlock -> unlock.benefit()
                                .map(benefit -> benefit.in(frame.getLocale()))
                                .orElseGet(() -> faster(unlock)))
                        .toList());
    }

    private CardFace.Wanted wanted(MemberCard.NextReward reward) {
        String name = reward.name().in(frame.getLocale());
        return new CardFace.Wanted(
                reward.percent(),
                name,
                t.with("designer", "to_reward", "reward", name, "points", f.number(reward.points())));
    }

    private String faster(MemberCard.Unlock unlock) {
        Words words = Words.of("designs", document(), frame.getLocale());
        return words.text(
                "card.factor",
                "factor",
                words.number(unlock.factor().orElse(BigDecimal.ONE)),
                "wallet",
                unlock.wallet()
                        .map((WalletCode wallet) -> words.walletName(wallet))
                        .orElse(""));
    }

    private ProgramDocument document() {
        return program.looked();
    }
}
