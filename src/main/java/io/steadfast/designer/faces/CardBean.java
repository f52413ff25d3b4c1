package io.steadfast.designer.faces;

import io.steadfast.cards.CardService;
import io.steadfast.cards.core.MemberCard;
import io.steadfast.designer.core.ExampleCard;
import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The member's card beside the sections: a real member's as the API gives it now, where one is looked at and the program is in force;
 * else the example's, made by the same hand.
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

    private @Nullable Optional<MemberCard> own;
    private @Nullable MemberCard shown;

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

    public MemberCard getShown() {
        if (shown == null) {
            shown = own().orElseGet(() -> ExampleCard.of(
                    document(),
                    gets.getChosen().facts(),
                    gets.basket().order(document().basics().currency(), clock.now())));
        }
        return shown;
    }

    /** What stands below the card: whose it is. */
    public String getNote() {
        if (own().isPresent()) {
            return t.text("designer", "card_note_real");
        }
        return t.text("designer", gets.getChosen().tier().isEmpty() ? "card_note_plain" : "card_note");
    }

    /** The tier; with a paid plan that plan; without either the program. */
    public String getTitle() {
        boolean plan = !gets.getChosen().facts().plans().isEmpty() && own().isEmpty();
        return plan
                ? gets.getChosen().tier()
                : getShown()
                        .level()
                        .map(level -> level.name().in(frame.getLocale()))
                        .orElseGet(() -> getShown().name().in(frame.getLocale()));
    }

    /** What one can spend; credit as money. */
    public String balance(MemberCard.Purse purse) {
        if (purse.unit() == Wallet.Unit.CURRENCY) {
            return f.money(purse.spendable(), gets.getCurrency());
        }
        return getShown().wallets().size() == 1 && purse.decimals() == 0
                ? t.with("designer", "points", "count", purse.spendable())
                : f.number(purse.spendable(), purse.decimals()) + " "
                        + purse.name().in(frame.getLocale());
    }

    /** The first day after which something lapses. */
    public Optional<String> getLastDay() {
        return getShown().wallets().stream()
                .flatMap(purse -> purse.lapsing().stream())
                .map(lapsing -> lapsing.date())
                .min(LocalDate::compareTo)
                .map(f::day);
    }

    public String missing(MemberCard.NextTier next) {
        boolean money = next.metric() == TierSet.Metric.Kind.SPEND;
        String missing = money ? f.money(next.missing(), gets.getCurrency()) : f.number(next.missing());
        return t.with(
                "designer",
                money ? "card_missing" : "card_missing_count",
                "missing",
                missing,
                "tier",
                next.name().in(frame.getLocale()));
    }

    public List<String> unlocks(MemberCard.NextTier next) {
        return next.unlocks().stream()
                .map(unlock -> unlock.benefit()
                        .map(benefit -> benefit.in(frame.getLocale()))
                        .orElseGet(() -> faster(unlock)))
                .toList();
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
