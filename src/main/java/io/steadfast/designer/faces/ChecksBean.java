package io.steadfast.designer.faces;

import io.steadfast.designer.Edit;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.refusals.FieldError;
import io.steadfast.platform.refusals.RefusalTexts;
import io.steadfast.programs.DraftFindings;
import io.steadfast.programs.ProgramService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the checks say of the draft, at the field, in the section, and with a way out where there is one. */
@Named("checks")
@RequestScoped
public class ChecksBean {

    /** Parts that put right what a check found: the code, the part, and what of the path is replaced. */
    private static final Map<String, Fix> WAYS_OUT = Map.ofEntries(
            Map.entry("NEVER_EXPIRES", new Fix(Edit.Op.PART, "/wallets/\\d+", "/expiry/0", "expiry-inactivity")),
            Map.entry("EXPIRY_MISSING", new Fix(Edit.Op.ADD, "/wallets/\\d+", "/expiry", "expiry-inactivity")),
            Map.entry("NOTICE_MISSING", new Fix(Edit.Op.PART, "/wallets/\\d+", "/notice", "notice-reported")),
            Map.entry("VALUE_MISSING", new Fix(Edit.Op.PART, "/wallets/\\d+", "/value", "point-value")),
            Map.entry("NO_WALLET", new Fix(Edit.Op.ADD, "", "/wallets", "wallet")),
            Map.entry("NO_RULE", new Fix(Edit.Op.ADD, "", "/earning/rules", "rule-buying")),
            Map.entry("NO_PLAN", new Fix(Edit.Op.ADD, "", "/plans", "plan")),
            Map.entry("NO_CHARITY", new Fix(Edit.Op.ADD, "", "/giving/charities", "offered")),
            Map.entry("DEFAULT_CHARITY_MISSING", new Fix(Edit.Op.PART, "", "/giving/unassigned", "default-charity")),
            Map.entry("LIMIT_ON_MULTIPLIER", new Fix(Edit.Op.REMOVE, "/earning/rules/\\d+/caps/\\d+", "", "")),
            Map.entry("CONDITIONS_CONTRADICT", new Fix(Edit.Op.REMOVE, "/earning/rules/\\d+/(?:when|lines)", "", "")),
            Map.entry("RULE_SHADOWED", new Fix(Edit.Op.UP, "/earning/rules/\\d+", "", "")),
            Map.entry("LIMIT_BELOW_GIFT", new Fix(Edit.Op.REMOVE, "/earning/rules/\\d+/caps/\\d+", "", "")),
            Map.entry("ACTIVITY_WITHOUT_LIMIT", new Fix(Edit.Op.ADD, "/earning/rules/\\d+", "/caps", "cap-times")));

    @Inject
    private DraftsBean drafts;

    @Inject
    private ProgramService service;

    @Inject
    private FrameBean frame;

    @Inject
    private PageTexts t;

    private @Nullable List<Finding> all;

    private @Nullable NamedParts parts;

    private record Fix(Edit.Op op, String owner, String below, String part) {}

    /**
     * Something wrong, or something to think about.
     *
     * @param tone danger or warn
     * @param out an edit that puts it right
     */
    public record Finding(String path, String tone, String text, Section.Topic topic, Optional<Act> out) {}

    public List<Finding> getAll() {
        if (all == null) {
            DraftFindings found =
                    service.check(drafts.code(), Optional.of(drafts.getDraft().id()));
            List<Finding> findings = new ArrayList<>();
            found.problems().forEach(problem -> findings.add(finding(problem, "danger")));
            found.warnings().forEach(warning -> findings.add(finding(warning, "warn")));
            all = List.copyOf(findings);
        }
        return all;
    }

    private Finding finding(FieldError error, String tone) {
        String path = "/" + error.path().replace('.', '/').replace("[", "/").replace("]", "");
        String text = RefusalTexts.text(error.reason(), parts().named(error.details()), frame.getLocale());
        return new Finding(path, tone, text, Section.Topic.at(path), wayOut(error.code(), path));
    }

    private NamedParts parts() {
        if (parts == null) {
            parts = new NamedParts(drafts.document(), frame.getLocale());
        }
        return parts;
    }

    private Optional<Act> wayOut(String code, String path) {
        Fix fix = WAYS_OUT.get(code);
        if (fix == null) {
            return Optional.empty();
        }
        String owner = path.replaceFirst("^(" + fix.owner() + ").*$", "$1");
        String target = (fix.owner().isEmpty() ? "" : owner) + fix.below();
        return Optional.of(new Act(fix.op(), target, fix.part(), t.text("designer", "fix." + code)));
    }

    /** At or below a block. */
    public List<Finding> at(Block block) {
        return getAll().stream().filter(finding -> isAt(finding, block.path())).toList();
    }

    private static boolean isAt(Finding finding, String path) {
        return finding.path().equals(path) || finding.path().startsWith(path + "/");
    }

    /** Of the section, but at none of its blocks. */
    public List<Finding> rest(Section section) {
        return getAll().stream()
                .filter(finding -> finding.topic() == section.topic())
                .filter(finding -> section.blocks().stream().noneMatch(block -> isAt(finding, block.path())))
                .toList();
    }

    /** The dot of a section: danger, warn or gain. */
    public String dot(Section.Topic topic) {
        List<String> tones = getAll().stream()
                .filter(finding -> finding.topic() == topic)
                .map(Finding::tone)
                .toList();
        if (tones.contains("danger")) {
            return "danger";
        }
        return tones.isEmpty() ? "gain" : "warn";
    }

    public boolean isPublishable() {
        return getAll().stream().noneMatch(finding -> finding.tone().equals("danger"));
    }

    public long getProblems() {
        return getAll().stream()
                .filter(finding -> finding.tone().equals("danger"))
                .count();
    }
}
