package io.steadfast.charities.faces;

import io.steadfast.charities.MemberChoice;
import io.steadfast.charities.PledgeFollower;
import io.steadfast.charities.core.Charity;
import io.steadfast.charities.core.CharityTotal;
import io.steadfast.charities.core.Donation;
import io.steadfast.charities.core.DonationState;
import io.steadfast.charities.core.Settlement;
import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.shared.Money;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Giving in the words of the screens. */
@Named("given")
@RequestScoped
public class GivingWords {

    private static final Set<DonationState> PAID = EnumSet.of(DonationState.SETTLED, DonationState.RECEIPTED);

    @Inject
    private FrameBean frame;

    @Inject
    private Formats formats;

    @Inject
    private PageTexts t;

    public String name(Charity charity) {
        return charity.profile().name().in(frame.getLocale());
    }

    public String about(Charity charity) {
        return charity.profile().description().in(frame.getLocale());
    }

    public String state(DonationState state) {
        return t.text("charities", "state." + state);
    }

    public String tone(DonationState state) {
        return switch (state) {
            case PLEDGED -> "when";
            case CONFIRMED -> "warn";
            case SETTLED, RECEIPTED -> "gain";
            case REVERSED -> "";
        };
    }

    /** What stands in a state, each currency by itself; a dash where nothing does. */
    public String sum(Collection<CharityTotal> totals, String state) {
        DonationState wanted = DonationState.valueOf(state);
        return money(totals.stream()
                .filter(total ->
                        wanted == DonationState.SETTLED ? PAID.contains(total.state()) : total.state() == wanted)
                .map(CharityTotal::amount)
                .toList());
    }

    /** Everything together, whatever its state. */
    public String all(Collection<CharityTotal> totals) {
        return money(totals.stream().map(CharityTotal::amount).toList());
    }

    /** Amounts of one currency added up, currencies side by side. */
    public String money(Collection<Money> amounts) {
        Map<String, Money> byCurrency = new TreeMap<>();
        amounts.forEach(each -> byCurrency.merge(each.currency().getCurrencyCode(), each, Money::plus));
        return byCurrency.isEmpty()
                ? "–"
                : byCurrency.values().stream().map(formats::money).collect(Collectors.joining(" · "));
    }

    public String paid(Settlement settlement) {
        return money(settlement.paid());
    }

    /** Who gets it, by the name the register has for it. */
    public String charity(Optional<CharityCode> code, Map<CharityCode, String> names) {
        return code.map(each -> names.getOrDefault(each, each.value()))
                .orElseGet(() -> t.text("charities", PledgeFollower.UNASSIGNED));
    }

    public String money(Donation donation) {
        return formats.money(new Money(donation.amount(), donation.currency()));
    }

    /** What it comes from: the order, or the points. */
    public String from(Donation donation) {
        return donation.origin()
                .order()
                .map(order -> t.with("charities", "of_order", "reference", order.reference()))
                .orElseGet(() -> donation.origin().points() > 0
                        ? t.with(
                                "charities",
                                "of_points",
                                "count",
                                donation.origin().points())
                        : t.text("charities", "part." + donation.key().part()));
    }

    public String choice(MemberChoice choice, Map<CharityCode, String> names) {
        return switch (choice.state()) {
            case CHOSEN -> charity(choice.charity(), names);
            case NEVER_CHOSEN -> t.text("charities", "never_chosen");
            case CHOOSE_AGAIN -> t.with("charities", "choose_again", "charity", charity(choice.charity(), names));
        };
    }

    public List<String> parts(Settlement settlement) {
        return settlement.totals().stream()
                .map(total -> t.text("charities", "part." + total.part()) + " " + formats.money(total.amount()))
                .toList();
    }
}
