package io.steadfast.designer.faces;

import io.steadfast.designer.Edit;
import io.steadfast.designer.Numbers;
import io.steadfast.programs.core.ProgramBasics;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramKind;
import io.steadfast.programs.core.Transition;
import java.util.List;
import java.util.Locale;

/** Name, zone, currency and margin; and, in the section on the terms, the tenant's own words. */
final class BasicsSection {

    private final Say say;
    private final ProgramDocument document;

    BasicsSection(Say say) {
        this.say = say;
        this.document = say.document();
    }

    Section section() {
        ProgramBasics basics = document.basics();
        Block name = new Block.Builder("name", "/basics/name")
                .name(say.text("name", "/basics/name", basics.name()).title())
                .say(say.sentence(
                        "basics.kind", say.choice("kind", "/basics/kind", ProgramKind.values(), basics.kind())))
                .say(say.sentence(
                        "basics.description", say.prose("description", "/basics/description", basics.description())))
                .done();
        Block money = new Block.Builder("money", "/basics")
                .name(say.fixed("name", say.word("basics.money")).title())
                .say(say.sentence(
                        "basics.zone",
                        say.words("zone", "/basics/zone", basics.zone().getId()),
                        say.words(
                                "currency",
                                "/basics/currency",
                                basics.currency().getCurrencyCode())))
                .say(say.sentence(
                        "basics.margin",
                        say.figure(
                                "margin",
                                Edit.Op.DECIMAL,
                                "/basics/grossMarginPercent",
                                basics.grossMarginPercent().map(Numbers::plain).orElse(""))))
                .say(say.sentence("basics.lookback", say.whole("days", "/basics/lookBackDays", basics.lookBackDays())))
                .done();
        return new Section(Section.Topic.BASICS, List.of(name, money), List.of());
    }

    Section terms() {
        Transition transition = document.transition();
        Block own = new Block.Builder("clauses", "/terms")
                .name(say.fixed("name", say.word("terms.own")).title())
                .say(say.sentence(
                        "terms.opening.en",
                        say.lines("opening", "/terms/opening", document.terms().opening(), Locale.ENGLISH)))
                .say(say.sentence(
                        "terms.opening.zh",
                        say.lines("opening", "/terms/opening", document.terms().opening(), Locale.SIMPLIFIED_CHINESE)))
                .say(say.sentence(
                        "terms.closing.en",
                        say.lines("closing", "/terms/closing", document.terms().closing(), Locale.ENGLISH)))
                .say(say.sentence(
                        "terms.closing.zh",
                        say.lines("closing", "/terms/closing", document.terms().closing(), Locale.SIMPLIFIED_CHINESE)))
                .done();
        Block changes = new Block.Builder("transition", "/transition")
                .name(say.fixed("name", say.word("terms.changes")).title())
                .say(say.sentence(
                        "transition.lots",
                        say.choice("lots", "/transition/lots", Transition.Lots.values(), transition.lots())))
                .say(say.sentence(
                        "transition.tiers",
                        say.choice("tiers", "/transition/tiers", Transition.Tiers.values(), transition.tiers())))
                .say(say.sentence(
                        "transition.earn",
                        say.choice("earn", "/transition/earn", Transition.Earn.values(), transition.earn())))
                .say(notice())
                .done();
        return new Section(Section.Topic.TERMS, List.of(own, changes), List.of());
    }

    private Sentence notice() {
        String days = document.terms().changeNoticeDays().map(Object::toString).orElse("");
        return say.sentence("terms.notice", say.figure("days", Edit.Op.WHOLE, "/terms/changeNoticeDays", days));
    }
}
