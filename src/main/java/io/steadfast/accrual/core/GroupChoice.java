package io.steadfast.accrual.core;

import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.RuleGroup;
import io.steadfast.shared.RuleCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which of the rules that apply stay, when they stand in groups (domain 41). */
final class GroupChoice {

    /** What of the rules stays, in the order of priorities, and why the others go. */
    record Choice(List<RuleMatch> staying, Map<RuleCode, SkipReason> going) {}

    /** A place in the order of priorities: a group with its rules, or a rule of its own. */
    private record Place(int priority, Optional<RuleGroup> group, List<RuleMatch> matches) {}

    private final ProgramDocument document;

    GroupChoice(ProgramDocument document) {
        this.document = document;
    }

    /** Takes away what an exclusive group that comes earlier has stopped. */
    Choice withoutStopped(List<RuleMatch> applying) {
        List<RuleMatch> staying = new ArrayList<>();
        Map<RuleCode, SkipReason> going = new LinkedHashMap<>();
        boolean stopped = false;
        for (Place place : places(applying)) {
            if (stopped) {
                place.matches().forEach(match -> going.put(match.rule().code(), SkipReason.STOPPED_BY_EARLIER_GROUP));
            } else {
                staying.addAll(place.matches());
                stopped = place.group().map(RuleGroup::mode).orElse(RuleGroup.Mode.SUM) == RuleGroup.Mode.EXCLUSIVE;
            }
        }
        return new Choice(staying, going);
    }

    /**
     * Chooses inside each group.
     *
     * @param values what a rule is worth, line by line in the order of its lines; a single value for an activity
     */
    Choice chosen(List<RuleMatch> applying, Function<RuleMatch, List<Fraction>> values) {
        List<RuleMatch> staying = new ArrayList<>();
        Map<RuleCode, SkipReason> going = new LinkedHashMap<>();
        for (Place place : places(applying)) {
            RuleGroup.Mode mode = place.group().map(RuleGroup::mode).orElse(RuleGroup.Mode.SUM);
            if (mode == RuleGroup.Mode.SUM || mode == RuleGroup.Mode.EXCLUSIVE) {
                staying.addAll(place.matches());
                continue;
            }
            List<RuleMatch> winners = place.group().orElseThrow().scope() == RuleGroup.Scope.LINE
                            && place.matches().stream()
                                    .noneMatch(match -> match.lines().isEmpty())
                    ? winnersByLine(place.matches(), mode, values)
                    : winner(place.matches(), mode, match -> sum(values.apply(match))).stream()
                            .toList();
            staying.addAll(winners);
            for (RuleMatch match : place.matches()) {
                if (winners.stream()
                        .noneMatch(won -> won.rule().code().equals(match.rule().code()))) {
                    going.put(match.rule().code(), reason(mode));
                }
            }
        }
        return new Choice(staying, going);
    }

    private List<Place> places(List<RuleMatch> applying) {
        List<Place> places = new ArrayList<>();
        Map<String, List<RuleMatch>> grouped = new LinkedHashMap<>();
        for (RuleMatch match : applying) {
            Optional<RuleGroup> group = match.rule().group().flatMap(document::group);
            if (group.isPresent()) {
                grouped.computeIfAbsent(group.get().code(), code -> new ArrayList<>())
                        .add(match);
            } else {
                places.add(new Place(match.rule().priority(), Optional.empty(), List.of(match)));
            }
        }
        grouped.forEach((code, matches) -> {
            RuleGroup group = document.group(code).orElseThrow();
            places.add(new Place(group.priority(), Optional.of(group), byPriority(matches)));
        });
        places.sort(Comparator.comparingInt(Place::priority)
                .thenComparing(place -> place.matches().get(0).rule().code()));
        return places;
    }

    private static List<RuleMatch> byPriority(List<RuleMatch> matches) {
        return matches.stream()
                .sorted(Comparator.comparingInt(
                                (RuleMatch match) -> match.rule().priority())
                        .thenComparing(match -> match.rule().code()))
                .toList();
    }

    private static List<RuleMatch> winnersByLine(
            List<RuleMatch> matches, RuleGroup.Mode mode, Function<RuleMatch, List<Fraction>> values) {
        Map<RuleCode, List<LineBasis>> won = new LinkedHashMap<>();
        List<String> lineIds = matches.stream()
                .flatMap(match -> match.lines().stream())
                .map(LineBasis::lineId)
                .distinct()
                .toList();
        for (String lineId : lineIds) {
            List<RuleMatch> covering =
                    matches.stream().filter(match -> match.covers(lineId)).toList();
            winner(covering, mode, match -> valueOf(match, lineId, values))
                    .ifPresent(match -> won.computeIfAbsent(match.rule().code(), code -> new ArrayList<>())
                            .addAll(match.lines().stream()
                                    .filter(line -> line.lineId().equals(lineId))
                                    .toList()));
        }
        return matches.stream()
                .filter(match -> won.containsKey(match.rule().code()))
                .map(match -> match.onLines(won.getOrDefault(match.rule().code(), List.of())))
                .toList();
    }

    private static Fraction valueOf(RuleMatch match, String lineId, Function<RuleMatch, List<Fraction>> values) {
        List<Fraction> all = values.apply(match);
        for (int index = 0; index < match.lines().size(); index++) {
            if (match.lines().get(index).lineId().equals(lineId) && index < all.size()) {
                return all.get(index);
            }
        }
        return Fraction.ZERO;
    }

    /** The matches are in the order of priorities, so that of equal ones the earlier wins. */
    private static Optional<RuleMatch> winner(
            List<RuleMatch> matches, RuleGroup.Mode mode, Function<RuleMatch, Fraction> value) {
        if (mode == RuleGroup.Mode.FIRST) {
            return matches.stream().findFirst();
        }
        Comparator<RuleMatch> byValue = Comparator.comparing(value);
        if (mode == RuleGroup.Mode.BEST_FOR_MEMBER) {
            return matches.stream().min(byValue.reversed());
        }
        // A rule that gives nothing isn't the cheapest way to give something.
        return matches.stream()
                .filter(match -> value.apply(match).signum() != 0)
                .min(byValue)
                .or(() -> matches.stream().findFirst());
    }

    private static Fraction sum(List<Fraction> values) {
        return values.stream().reduce(Fraction.ZERO, Fraction::plus);
    }

    private static SkipReason reason(RuleGroup.Mode mode) {
        return switch (mode) {
            case FIRST -> SkipReason.NOT_FIRST_IN_GROUP;
            case LOWEST_COST -> SkipReason.NOT_CHEAPEST_IN_GROUP;
            default -> SkipReason.NOT_BEST_IN_GROUP;
        };
    }
}
