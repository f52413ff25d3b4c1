package io.steadfast.designer.faces;

import io.steadfast.designer.Edit;
import io.steadfast.designer.Numbers;
import io.steadfast.designer.faces.Value.Choice;
import io.steadfast.designer.faces.Value.Control;
import io.steadfast.designer.faces.Value.Tone;
import io.steadfast.platform.i18n.Texts;
import io.steadfast.programs.core.LocalText;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.programs.core.TierSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The designer's words, values and buttons for one document in the reader's language. */
final class Say {
    private static final String FEATURE = "designer";
    private static final String SENTENCES = "designs";

    /** The activities that the product has a name for. */
    private static final List<String> USUAL =
            List.of("review", "social_share", "survey", "quiz", "referral_signup", "app_visit", "visit", "activity");

    private final ProgramDocument document;
    private final Locale locale;
    private final Choices choices;

    Say(ProgramDocument document, Locale locale) {
        this(document, locale, Choices.NONE);
    }

    /** With what the tenant has to choose from. */
    Say(ProgramDocument document, Locale locale, Choices choices) {
        this.document = document;
        this.locale = locale;
        this.choices = choices;
    }

    Choices choices() {
        return choices;
    }

    Locale locale() {
        return locale;
    }

    ProgramDocument document() {
        return document;
    }

    Currency currency() {
        return document.basics().currency();
    }

    /** A word of the page. */
    String word(String key) {
        return Texts.has(SENTENCES, key, locale)
                ? Texts.text(SENTENCES, key, locale)
                : Texts.text(FEATURE, key, locale);
    }

    /** The word for a code of the trade, or the code itself where a tenant made it up. */
    String orCode(String prefix, String code) {
        String key = prefix + "." + code;
        return Texts.has(FEATURE, key, locale) || Texts.has(SENTENCES, key, locale) ? word(key) : code;
    }

    String in(LocalText text) {
        return text.in(locale);
    }

    /** A sentence of the bundle {@code designs}; {@code {unit}} is the program's currency. */
    Sentence sentence(String key, Value... values) {
        return Sentence.of(word(key).replace("{unit}", currency().getCurrencyCode()), values);
    }

    Value whole(String name, String path, long now) {
        return value(name, Control.FIGURE, Edit.Op.WHOLE, path, Long.toString(now));
    }

    Value decimal(String name, String path, BigDecimal now) {
        return value(name, Control.FIGURE, Edit.Op.DECIMAL, path, Numbers.plain(now));
    }

    Value money(String name, String path, long minorUnits) {
        return value(name, Control.FIGURE, Edit.Op.MONEY, path, Numbers.major(minorUnits, currency()));
    }

    /** A figure that may also be left out. */
    Value figure(String name, Edit.Op op, String path, String now) {
        return value(name, Control.FIGURE, op, path, now);
    }

    Value words(String name, String path, String now) {
        return value(name, Control.WORDS, Edit.Op.TEXT, path, now);
    }

    Value list(String name, String path, List<String> now) {
        return value(name, Control.WORDS, Edit.Op.LIST, path, String.join(", ", now));
    }

    /** A text in the reader's language. */
    Value text(String name, String path, LocalText now) {
        return value(name, Control.WORDS, Edit.Op.TEXT, path + "/" + locale.toLanguageTag(), in(now));
    }

    /** As {@link #text}, of a text that runs over lines. */
    Value prose(String name, String path, LocalText now) {
        return value(name, Control.LINES, Edit.Op.TEXT, path + "/" + locale.toLanguageTag(), in(now));
    }

    Value lines(String name, String path, LocalText now, Locale language) {
        String own = now.byLanguage().getOrDefault(language.toLanguageTag(), "");
        return value(name, Control.LINES, Edit.Op.TEXT, path + "/" + language.toLanguageTag(), own);
    }

    Value fixed(String name, String text) {
        return value(name, Control.FIXED, Edit.Op.TEXT, "", text);
    }

    /** One of an enumeration's constants, written in the document in small letters. */
    Value choice(String name, String path, Enum<?>[] values, Enum<?> now) {
        List<Choice> choices = Arrays.stream(values)
                .map(one -> new Choice(lower(one), word(name + "." + one.name())))
                .toList();
        return choice(name, Edit.Op.CHOICE, path, choices, lower(now));
    }

    /** One of several parts that replaces what stands at the path. */
    Value parts(String name, String path, List<String> parts, String now) {
        List<Choice> choices = Stream.concat(parts.stream(), Stream.of(now))
                .distinct()
                .map(one -> new Choice(one, word("part." + one)))
                .toList();
        return choice(name, Edit.Op.PART, path, choices, now);
    }

    Value choice(String name, Edit.Op op, String path, List<Choice> choices, String now) {
        return new Value(name, Control.CHOSEN, op, path, Tone.WHEN, word("value." + name), now, choices);
    }

    /** What members do: one of the usual activities, or the tenant's own as it stands. */
    Value activity(String name, String path, String now) {
        List<Choice> choices = Stream.concat(USUAL.stream(), Stream.of(now))
                .filter(type -> !type.isBlank())
                .distinct()
                .map(type -> new Choice(type, orCode("activity", type)))
                .toList();
        return choice(name, Edit.Op.CHOICE, path, choices, now);
    }

    private Value value(String name, Control control, Edit.Op op, String path, String now) {
        return new Value(name, control, op, path, Tone.WHEN, word("value." + name), now, List.of());
    }

    /** A button that adds a part. */
    Act add(String path, String part) {
        return new Act(Edit.Op.ADD, path, part, word("add." + part)).withIcon("pi-plus");
    }

    /** A button that puts a part where nothing stands. */
    Act put(String path, String part) {
        return new Act(Edit.Op.PART, path, part, word("add." + part)).withIcon("pi-plus");
    }

    /** A button for each ladder, that puts a part which names a tier of it; with several each says which it is. */
    List<Act> puts(String path, String part) {
        List<TierSet> sets = document.tierSets();
        if (sets.size() == 1) {
            return List.of(put(path, part));
        }
        return sets.stream()
                .map(set -> new Act(Edit.Op.PART, path, part + ":" + set.code(), of("add." + part, set))
                        .withIcon("pi-plus"))
                .toList();
    }

    /** A button's words with the ladder they are about. */
    String of(String key, TierSet set) {
        return word(key) + " · " + in(set.name());
    }

    Act act(Edit.Op op, String path, String key, String icon) {
        return new Act(op, path, "", word(key)).withIcon(icon);
    }

    Act remove(String path) {
        return act(Edit.Op.REMOVE, path, "act.remove", "pi-times");
    }

    /** Switches of a list of codes, one for each constant. */
    List<Act> toggles(String path, Enum<?>[] all, Collection<? extends Enum<?>> on) {
        return Arrays.stream(all)
                .map(one -> new Act(
                                Edit.Op.TOGGLE,
                                path,
                                lower(one),
                                word(one.getDeclaringClass().getSimpleName() + "." + one))
                        .pressed(on.contains(one) ? "true" : "false"))
                .toList();
    }

    static String lower(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    /** What is given: one of the program's rewards, and a code that names none as it stands. */
    Value reward(RewardCode code, String path) {
        List<Choice> rewards = new ArrayList<>();
        document()
                .rewards()
                .forEach(reward -> rewards.add(new Choice(reward.code().value(), in(reward.name()))));
        if (rewards.stream().noneMatch(choice -> choice.code().equals(code.value()))) {
            rewards.add(new Choice(code.value(), code.value()));
        }
        return choice("gift", Edit.Op.CHOICE, path, rewards, code.value()).gain();
    }
}
