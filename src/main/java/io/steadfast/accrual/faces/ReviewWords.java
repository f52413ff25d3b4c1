package io.steadfast.accrual.faces;

import io.steadfast.accrual.core.Activity;
import io.steadfast.accrual.core.ActivityReview;
import io.steadfast.accrual.core.ActivityReview.Promised;
import io.steadfast.accrual.core.ActivityReview.State;
import io.steadfast.accrual.core.ActivitySpan;
import io.steadfast.accrual.core.Doubt;
import io.steadfast.members.MemberService;
import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramSummary;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Activities in review in the words of the pages. */
@Named("reviewed")
@RequestScoped
public class ReviewWords {

    private static final String BUNDLE = "accrual";
    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;
    private static final BigDecimal KILOMETRE = BigDecimal.valueOf(1_000);

    @Inject
    private MemberService members;

    @Inject
    private ProgramService programs;

    @Inject
    private FrameBean frame;

    @Inject
    private Formats formats;

    @Inject
    private PageTexts t;

    private final Map<ProgramCode, Optional<ProgramDocument>> documents = new HashMap<>();

    /** Whose activity it is. */
    public String member(ActivityReview review) {
        return members.find(review.activity().member())
                .flatMap(member -> member.person().name())
                .orElseGet(() -> t.text("desk", "no_name"));
    }

    /** What was done: the kind where the app tells it, else the type. */
    public String what(ActivityReview review) {
        List<String> kinds = review.activity().attributes().getOrDefault(ActivitySpan.KIND, List.of());
        return kinds.size() == 1
                ? t.orCode(BUNDLE, "movement", kinds.get(0))
                : t.orCode(BUNDLE, "type", review.activity().type());
    }

    /** Every doubt as one sentence, each once. */
    public List<String> doubts(ActivityReview review) {
        return review.doubts().stream()
                .flatMap(program -> program.doubts().stream())
                .distinct()
                .map(this::doubt)
                .toList();
    }

    private String doubt(Doubt doubt) {
        return t.with(
                BUNDLE,
                "doubt." + doubt.reason(),
                "about",
                doubt.limit().isPresent() ? number(new BigDecimal(doubt.about())) : doubt.about(),
                "limit",
                doubt.limit().map(this::number).orElse(""));
    }

    /** The points that wait or waited, in all. */
    public String points(ActivityReview review) {
        return formats.number(review.promised().stream()
                .mapToLong(each -> each.granted().points())
                .sum());
    }

    /** {@code 7 Points for “Points for climbing”, Summit club}. */
    public String promised(Promised one) {
        return t.with(
                BUNDLE,
                "review_promised",
                "points",
                formats.number(one.granted().points()),
                "wallet",
                wallet(one.program(), one.granted().wallet()),
                "rule",
                rule(one.program(), one.granted().rule()),
                "program",
                program(one.program()));
    }

    /** A thing that was told. */
    public record Fact(String name, String value) {}

    /** What the app told beside; figures with their units. */
    public List<Fact> facts(Activity activity) {
        return new TreeMap<>(activity.attributes())
                .entrySet().stream()
                        .map(each -> new Fact(
                                t.orCode(BUNDLE, "attribute", each.getKey()),
                                value(activity, each.getKey()).orElse(String.join(", ", each.getValue()))))
                        .toList();
    }

    /** A figure with its unit; empty for what is shown as it was told. */
    private Optional<String> value(Activity activity, String name) {
        List<String> values = activity.attributes().getOrDefault(name, List.of());
        if (values.size() != 1) {
            return Optional.empty();
        }
        String told = values.get(0);
        return switch (name) {
            case ActivitySpan.KIND -> Optional.of(t.orCode(BUNDLE, "movement", told));
            case ActivitySpan.DISTANCE ->
                ActivitySpan.figure(told)
                        .map(metres -> t.with(BUNDLE, "kilometres", "figure", number(metres.divide(KILOMETRE))));
            case "ascent" ->
                ActivitySpan.figure(told).map(metres -> t.with(BUNDLE, "metres", "figure", number(metres)));
            case ActivitySpan.DURATION -> ActivitySpan.duration(activity).map(length -> duration(length.toSeconds()));
            default -> Optional.empty();
        };
    }

    private String duration(long seconds) {
        return seconds < HOUR
                ? t.with(BUNDLE, "minutes", "minutes", seconds / MINUTE, "seconds", seconds % MINUTE)
                : t.with(BUNDLE, "hours", "hours", seconds / HOUR, "minutes", seconds % HOUR / MINUTE);
    }

    public String tone(State state) {
        return switch (state) {
            case WAITING -> "warn";
            case APPROVED -> "gain";
            case REJECTED -> "danger";
        };
    }

    private String program(ProgramCode code) {
        return document(code)
                .map(document -> document.basics().name().in(frame.getLocale()))
                .orElse(code.value());
    }

    private String wallet(ProgramCode code, WalletCode wallet) {
        return document(code)
                .flatMap(document -> document.wallet(wallet))
                .map(found -> found.name().in(frame.getLocale()))
                .orElse(wallet.value());
    }

    private String rule(ProgramCode code, RuleCode rule) {
        return document(code)
                .flatMap(document -> document.rule(rule))
                .map(found -> found.name().in(frame.getLocale()))
                .orElse(rule.value());
    }

    private Optional<ProgramDocument> document(ProgramCode code) {
        return documents.computeIfAbsent(code, one -> programs.find(one).map(ProgramSummary::document));
    }

    private String number(BigDecimal figure) {
        NumberFormat format = NumberFormat.getNumberInstance(frame.getLocale());
        format.setMaximumFractionDigits(2);
        return format.format(figure);
    }
}
