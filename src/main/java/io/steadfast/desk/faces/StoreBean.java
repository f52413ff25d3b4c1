package io.steadfast.desk.faces;

import io.steadfast.desk.DeskService;
import io.steadfast.desk.Holding;
import io.steadfast.desk.LastOrder;
import io.steadfast.desk.MemberNote;
import io.steadfast.desk.OfficeService;
import io.steadfast.desk.StatementLine;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberMatches;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.Refused;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.platform.settings.Setting;
import io.steadfast.platform.settings.TenantSettings;
import io.steadfast.shared.MemberId;
import io.steadfast.tiers.TierView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page store: one box, what it finds, and the member who was chosen. */
@Named("store")
@RequestScoped
public class StoreBean {
    private static final int ENTRIES = 5;
    private static final int LEAST = 2;
    private static final int SHOWN_DIGITS = 4;

    @Inject
    private MemberService members;

    @Inject
    private DeskService desk;

    @Inject
    private OfficeService office;

    @Inject
    private TenantSettings settings;

    @Inject
    private FrameBean frame;

    @Inject
    private HttpServletRequest request;

    private String search = "";
    private @Nullable MemberMatches matches;
    private @Nullable Optional<Member> chosen;
    private @Nullable List<MemberNote> notes;
    private @Nullable List<TierView> tiers;
    private @Nullable Optional<LastOrder> lastOrder;
    private @Nullable List<Holding> holdings;
    private @Nullable List<StatementLine> statement;

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search.strip();
    }

    /** Whether there is enough to look for. */
    public boolean isSearching() {
        return search.length() >= LEAST;
    }

    public MemberMatches getMatches() {
        if (matches == null) {
            mustServe();
            matches = isSearching()
                    ? members.search(search)
                    : new MemberMatches(List.of(), MemberMatches.Completeness.ALL);
        }
        return matches;
    }

    public boolean isMore() {
        return getMatches().completeness() == MemberMatches.Completeness.MORE;
    }

    /** The member chosen from what was found; nobody where the address names none. */
    public Optional<Member> getChosen() {
        if (chosen == null) {
            mustServe();
            chosen = id(request.getParameter("member")).flatMap(this::found);
        }
        return chosen;
    }

    private Optional<Member> found(MemberId id) {
        return isLooking() ? office.look(id, "store") : members.find(id);
    }

    /** Before the page is drawn: that somebody looks is written down in a transaction of its own. */
    public void look() {
        if (frame.may("MEMBERS_VIEW")) {
            getChosen();
        }
    }

    /** While somebody types: who was shown is written down before the page is drawn. */
    public void find() {
        mustServe();
        office.listed(getMatches().members().stream().map(Member::id).toList(), "store");
    }

    /** Another till may have been quicker: the reason comes with the card as it stands by then. */
    void forget(@Observes(notifyObserver = Reception.IF_EXISTS) Refused refused) {
        chosen = null;
        holdings = null;
        tiers = null;
        notes = null;
        lastOrder = null;
        statement = null;
    }

    public List<Holding> getHoldings() {
        if (holdings == null) {
            holdings = getChosen().map(member -> desk.holdings(member.id())).orElse(List.of());
        }
        return holdings;
    }

    private boolean isLooking() {
        return "GET".equals(request.getMethod());
    }

    /** Where the member stands on each ladder. */
    public List<TierView> getTiers() {
        if (tiers == null) {
            tiers = getChosen().map(member -> desk.tiers(member.id())).orElse(List.of());
        }
        return tiers;
    }

    /** The order that arrived last, for staff whose till reports it by itself. */
    public Optional<LastOrder> getLastOrder() {
        if (lastOrder == null) {
            lastOrder = getChosen().flatMap(member -> desk.lastOrder(member.id()));
        }
        return lastOrder;
    }

    /** What was searched for, as an address takes it. */
    public String getSearchEncoded() {
        return URLEncoder.encode(search, StandardCharsets.UTF_8);
    }

    public List<StatementLine> getStatement() {
        if (statement == null) {
            statement = getChosen()
                    .map(member -> desk.statement(member.id(), ENTRIES, frame.getLanguage()))
                    .orElse(List.of());
        }
        return statement;
    }

    private void mustServe() {
        if (!frame.may("MEMBERS_VIEW")) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }

    static Optional<MemberId> id(@Nullable String given) {
        try {
            return Optional.ofNullable(given).map(UUID::fromString).map(MemberId::new);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** What was written about the member for everybody who serves them. */
    public List<MemberNote> getNotes() {
        if (notes == null) {
            notes = getChosen().map(member -> office.notes(member.id())).orElse(List.of());
        }
        return notes;
    }

    /** What tells two members of one name apart: endings only, unless the tenant lets its stores see whole numbers. */
    public String hint(Member member) {
        return member.identity(IdentityKind.PHONE)
                .or(() -> member.identity(IdentityKind.CARD))
                .map(number -> settings.value(Setting.MASKING).equals("all") ? number : ending(number))
                .orElse("");
    }

    private static String ending(String number) {
        int from = Math.max(0, number.length() - SHOWN_DIGITS);
        return "•••• " + number.substring(from);
    }
}
