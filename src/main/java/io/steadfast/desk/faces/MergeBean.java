package io.steadfast.desk.faces;

import io.steadfast.desk.DeskRefusal;
import io.steadfast.desk.OfficeService;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberMatches;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.members.core.Merge;
import io.steadfast.members.core.MergeLine;
import io.steadfast.members.core.MergePreview;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.idempotency.PageActions;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.refusals.RefusalTexts;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page console/merge: the other member is found, both are seen side by side, and made one. */
@Named("mergePage")
@RequestScoped
public class MergeBean {

    private static final int LEAST_SEARCH = 2;
    private static final List<String> REASONS = List.of("DUPLICATE", "MISTAKE", "OWN_WISH", "OTHER");

    @Inject
    private OfficeService service;

    @Inject
    private MemberService members;

    @Inject
    private StatementWords said;

    @Inject
    private PageActions actions;

    @Inject
    private FrameBean frame;

    @Inject
    private PageTexts t;

    @Inject
    private HttpServletRequest request;

    private String reason = "";
    private String tier = Merge.Tier.COUNTED.name();
    private String action = PageActions.newId();
    private @Nullable Member survivor;
    private @Nullable List<Member> found;
    private @Nullable Optional<MergePreview> preview;

    /** Who has everything afterwards. */
    public Member getSurvivor() {
        if (survivor == null) {
            if (!frame.may("MEMBERS_ERASE")) {
                throw new Refusal(SecurityRefusal.NOT_PERMITTED);
            }
            survivor = StoreBean.id(request.getParameter("id"))
                    .flatMap(members::find)
                    .orElseThrow(() -> new Refusal(MemberRefusal.MEMBER_UNKNOWN));
        }
        return survivor;
    }

    public String name(Member member) {
        return member.person().name().orElseGet(() -> t.text("desk", "no_name"));
    }

    public String getSearch() {
        return Optional.ofNullable(request.getParameter("q")).orElse("").strip();
    }

    public boolean isSearching() {
        return getSearch().length() >= LEAST_SEARCH;
    }

    /** Whom the search finds besides the survivor. */
    public List<Member> getFound() {
        if (found == null) {
            MemberId own = getSurvivor().id();
            MemberMatches matches = members.search(getSearch());
            found = matches.members().stream()
                    .filter(member -> !member.id().equals(own))
                    .toList();
            service.listed(found.stream().map(Member::id).toList(), "merge");
        }
        return found;
    }

    /** The way to both side by side. */
    public String with(Member other) {
        return request.getContextPath() + "/console/merge?id=" + getSurvivor().id() + "&from=" + other.id() + "&q="
                + URLEncoder.encode(getSearch(), StandardCharsets.UTF_8);
    }

    /** What would come; empty until somebody is chosen. */
    public Optional<MergePreview> getPreview() {
        if (preview == null) {
            preview = other().map(source -> service.mergePreview(merge(source)));
        }
        return preview;
    }

    private Optional<MemberId> other() {
        return StoreBean.id(request.getParameter("from"));
    }

    private Merge merge(MemberId source) {
        Merge.Tier which = tier.equals(Merge.Tier.HIGHER.name()) ? Merge.Tier.HIGHER : Merge.Tier.COUNTED;
        return new Merge(source, getSurvivor().id(), which);
    }

    /** Lines that say something: what there is none of isn't told. */
    public List<MergeLine> getLines() {
        return getPreview().map(MergePreview::lines).orElse(List.of()).stream()
                .filter(line ->
                        line.refusal().isEmpty() && !"0".equals(line.facts().get("count")))
                .toList();
    }

    public String line(MergeLine line) {
        return t.with(
                "members",
                "merge." + line.what(),
                line.facts().entrySet().stream()
                        .flatMap(fact -> Stream.of(fact.getKey(), fact.getValue()))
                        .toArray());
    }

    public List<String> getRefusals() {
        return getPreview().map(MergePreview::refusals).orElse(List.of()).stream()
                .map(refused -> RefusalTexts.text(refused, Map.of("into", ""), frame.getLocale()))
                .toList();
    }

    public String before(MergePreview.Points points) {
        return said.points(points.wallet(), points.survivor().spendable());
    }

    public String brought(MergePreview.Points points) {
        return said.points(points.wallet(), points.source().spendable());
    }

    public String after(MergePreview.Points points) {
        return said.points(points.wallet(), points.spendable());
    }

    public String pending(MergePreview.Points points) {
        return said.points(points.wallet(), points.pending());
    }

    public List<String> getReasons() {
        return REASONS;
    }

    public List<String> getTiers() {
        return List.of(Merge.Tier.COUNTED.name(), Merge.Tier.HIGHER.name());
    }

    public void go() throws IOException {
        MemberId into = getSurvivor().id();
        MemberId source = other().orElseThrow(() -> new Refusal(DeskRefusal.CHOICE_NEEDED));
        actions.once(action, into + " merge " + source, () -> {
            service.merge(merge(source), reason);
            return UUID.randomUUID().toString();
        });
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(request.getContextPath() + "/console/member?id=" + into + "&done=merged");
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getTier() {
        return tier;
    }

    public void setTier(String tier) {
        this.tier = tier;
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }
}
