package io.steadfast.desk.faces;

import io.steadfast.desk.DeskService;
import io.steadfast.desk.MemberFilter;
import io.steadfast.desk.MemberPage;
import io.steadfast.desk.MemberRow;
import io.steadfast.desk.OfficeService;
import io.steadfast.desk.SavedView;
import io.steadfast.desk.SavedViewService;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberMatches;
import io.steadfast.members.core.MemberStatus;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.programs.PublishedWallets;
import io.steadfast.programs.core.ProgramSummary;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WrittenTime;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page console/members: the newest members page by page, filtered, or those a search finds; and the person's own views. */
@Named("memberList")
@RequestScoped
public class MemberListBean {
    private static final int ROWS = 25;
    private static final int LEAST = 2;
    private static final String LIST = "members";
    private static final List<String> FILTERS =
            List.of("status", "tier", "joined", "active", "quiet", "lapse", "points", "store", "tag");

    @Inject
    private DeskService desk;

    @Inject
    private OfficeService office;

    @Inject
    private MemberService members;

    @Inject
    private SavedViewService views;

    @Inject
    private PublishedWallets programs;

    @Inject
    private MemberTags tags;

    @Inject
    private CurrentTenant tenant;

    @Inject
    private FrameBean frame;

    @Inject
    private HttpServletRequest request;

    private String viewName = "";
    private String viewQuery = "";
    private @Nullable MemberPage page;
    private @Nullable MemberMatches matches;

    /** What is searched for; empty for the list of all. */
    public String getSearch() {
        return given("q").orElse("");
    }

    public boolean isSearching() {
        return getSearch().length() >= LEAST;
    }

    public MemberPage getPage() {
        if (page == null) {
            mustSee();
            page = desk.members(StoreBean.id(request.getParameter("after")), filter(), ROWS);
            listed(page.rows().stream().map(MemberRow::id).toList());
        }
        return page;
    }

    /** The store that is filtered by, should it be none of the declared ones. */
    public List<String> getStoreFilter() {
        return given("store").stream().toList();
    }

    /** What the page is narrowed to. */
    MemberFilter filter() {
        return new MemberFilter(
                given("status")
                        .filter(name -> Stream.of(MemberStatus.values())
                                .anyMatch(status -> status.name().equals(name)))
                        .map(MemberStatus::valueOf),
                given("tier").flatMap(this::inTier),
                given("joined").flatMap(this::dayStart),
                given("active").flatMap(this::dayStart),
                given("quiet").flatMap(this::dayStart),
                given("lapse").flatMap(this::dayEnd),
                given("points").filter(text -> text.matches("[0-9]{1,12}")).map(Long::valueOf),
                given("store"),
                given("tag").flatMap(this::tag));
    }

    /** Only a declared one: of others nothing is told. */
    private Optional<MemberFilter.Tag> tag(String choice) {
        return tags.all().containsKey(choice) ? Optional.of(MemberTags.read(choice)) : Optional.empty();
    }

    /** Every value of what is declared openly of members, as the address names it and as it is called. */
    public Map<String, String> getTags() {
        return tags.all();
    }

    /** What the list can be narrowed by, as an address names it. */
    public List<String> getFilterNames() {
        return FILTERS;
    }

    private Optional<MemberFilter.InTier> inTier(String choice) {
        return ladders()
                .flatMap(ladder -> ladder.set().tiers().stream()
                        .filter(tier -> choice(ladder, tier).equals(choice))
                        .map(tier -> new MemberFilter.InTier(
                                ladder.ref(),
                                tier.code(),
                                ladder.set().rankOf(tier.code()) == 0
                                        ? MemberFilter.InTier.Place.BASE
                                        : MemberFilter.InTier.Place.ABOVE)))
                .findFirst();
    }

    private record Ladder(ProgramSummary program, TierSet set) {
        TierSetRef ref() {
            return new TierSetRef(program.code(), set.code());
        }
    }

    private Stream<Ladder> ladders() {
        return programs.programs().stream()
                .filter(program -> program.inForce().isPresent())
                .flatMap(program -> program.document().tierSets().stream().map(set -> new Ladder(program, set)));
    }

    private static String choice(Ladder ladder, Tier tier) {
        return ladder.program().code() + "." + ladder.set().code().value() + "."
                + tier.code().value();
    }

    /** Every tier of the programs in force, as the address names it and as it is called. */
    public Map<String, String> getTiers() {
        Map<String, String> tiers = new LinkedHashMap<>();
        ladders()
                .forEach(ladder -> ladder.set()
                        .tiers()
                        .forEach(tier -> tiers.put(
                                choice(ladder, tier),
                                ladder.program().document().basics().name().in(frame.getLocale()) + " · "
                                        + tier.name().in(frame.getLocale()))));
        return tiers;
    }

    private Optional<Instant> dayStart(String day) {
        return day(day).map(date -> date.atStartOfDay(tenant.tenant().zone()).toInstant());
    }

    /** As an exclusive instant. */
    private Optional<Instant> dayEnd(String day) {
        return day(day).map(date ->
                date.plusDays(1).atStartOfDay(tenant.tenant().zone()).toInstant());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(WrittenTime.day(text));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** What a filter stands at. */
    public String at(String name) {
        return given(name).orElse("");
    }

    public boolean isFiltered() {
        return !getQuery().isEmpty();
    }

    /** Whether there is a view to keep: the filters of the page, which are read again when its name is sent. */
    public boolean isKeepable() {
        return isFiltered() || FacesContext.getCurrentInstance().isPostback();
    }

    /** The filters as an address carries them. */
    public String getQuery() {
        return queryWithout("");
    }

    /** The other filters as an address carries them. */
    String queryWithout(String left) {
        return FILTERS.stream()
                .filter(name -> !name.equals(left))
                .flatMap(name -> given(name).stream().map(value -> name + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public List<SavedView> getViews() {
        mustSee();
        return views.of(LIST);
    }

    /** Keeps the filters shown under the name typed. */
    public String keep() {
        mustSee();
        views.keep(LIST, viewName, viewQuery);
        return "/console/members?faces-redirect=true&" + viewQuery;
    }

    public String drop(UUID view) {
        mustSee();
        views.drop(view);
        return "/console/members?faces-redirect=true";
    }

    public List<Member> getFound() {
        if (matches == null) {
            mustSee();
            matches = members.search(getSearch());
            listed(matches.members().stream().map(Member::id).toList());
        }
        return matches.members();
    }

    /** Whether this is the first page. */
    public boolean isFirst() {
        return request.getParameter("after") == null;
    }

    /** A page that is only drawn once more after a command shows nobody anew. */
    private void listed(List<MemberId> shown) {
        if ("GET".equals(request.getMethod())) {
            office.listed(shown, "console");
        }
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private void mustSee() {
        if (!frame.may("MEMBERS_VIEW")) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }

    public String getViewName() {
        return viewName;
    }

    public void setViewName(String viewName) {
        this.viewName = viewName.strip();
    }

    public String getViewQuery() {
        return viewQuery.isEmpty() ? getQuery() : viewQuery;
    }

    public void setViewQuery(String viewQuery) {
        this.viewQuery = viewQuery;
    }
}
