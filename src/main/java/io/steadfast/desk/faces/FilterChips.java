package io.steadfast.desk.faces;

import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.shared.WrittenTime;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the list of members is narrowed to, one chip each, with the list that is left without it. */
@Named("filterChips")
@RequestScoped
public class FilterChips {

    private static final String FEATURE = "desk";
    private static final Set<String> DAYS = Set.of("joined", "active", "quiet", "lapse");
    /** Of those whose value alone wouldn't say what it is. */
    private static final Map<String, String> LABELS = Map.of(
            "joined", "filter_joined",
            "active", "filter_active",
            "quiet", "filter_inactive",
            "lapse", "filter_lapse",
            "points", "filter_points",
            "store", "filter_store");

    @Inject
    private MemberListBean list;

    @Inject
    private Formats formats;

    @Inject
    private PageTexts t;

    /**
     * One of them.
     *
     * @param without the other filters as an address carries them
     */
    public record Chip(String name, String text, String without) {}

    public List<Chip> getAll() {
        return list.getFilterNames().stream()
                .filter(name -> !list.at(name).isEmpty())
                .map(name -> new Chip(name, text(name, list.at(name)), list.queryWithout(name)))
                .toList();
    }

    private String text(String name, String value) {
        String said = said(name, value);
        return Optional.ofNullable(LABELS.get(name))
                .map(label -> t.text(FEATURE, label) + " " + said)
                .orElse(said);
    }

    private String said(String name, String value) {
        if (DAYS.contains(name)) {
            return day(value);
        }
        return switch (name) {
            case "status" -> t.orCode(FEATURE, "status", value);
            case "tier" -> list.getTiers().getOrDefault(value, value);
            case "tag" -> list.getTags().getOrDefault(value, value);
            default -> value;
        };
    }

    private String day(String value) {
        try {
            return formats.day(WrittenTime.day(value));
        } catch (DateTimeException noDay) {
            return value;
        }
    }
}
