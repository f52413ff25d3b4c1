package io.steadfast.reporting.faces;

import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.RealClock;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.PublishedNames;
import io.steadfast.programs.PublishedWallets;
import io.steadfast.reporting.Happening;
import io.steadfast.reporting.HomeFigures;
import io.steadfast.reporting.HomeService;
import io.steadfast.reporting.HomeStandings;
import io.steadfast.reporting.WalletFigures;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** The page console/home. Its poll asks every second whether anything was booked, and paints only when it was. */
@Named("home")
@RequestScoped
public class HomeBean {
    private static final int EVENTS = 7;
    private static final int NOON = 12;
    private static final int EVENING = 18;

    @Inject
    private HomeService service;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private RealClock realClock;

    @Inject
    private TenantClock clock;

    @Inject
    private PublishedNames names;

    @Inject
    private PublishedWallets wallets;

    @Inject
    private Formats formats;

    @Inject
    private FrameBean frame;

    @Inject
    private PageTexts t;

    private @Nullable HomeStandings standings;
    private @Nullable HomeFigures figures;
    private @Nullable List<Happening> happenings;
    private @Nullable String seen;

    /** Paints the figures anew when something was booked since the page last showed them. */
    public void look() {
        mustSee();
        String now = service.mark();
        if (!now.equals(seen)) {
            seen = now;
            PrimeFaces.current().ajax().update("live", "watch:seen");
        }
    }

    /** The mark of what the page shows; the browser gives it back with every look. */
    public String getSeen() {
        if (seen == null) {
            seen = service.mark();
        }
        return seen;
    }

    public void setSeen(String seen) {
        this.seen = seen;
    }

    /** The key of the greeting that fits the hour where the brand is. */
    public String getGreeting() {
        int hour = realClock.now().atZone(currentTenant.tenant().zone()).getHour();
        return hour < NOON ? "morning" : hour < EVENING ? "afternoon" : "evening";
    }

    public HomeFigures getFigures() {
        if (figures == null) {
            mustSee();
            figures = service.figures();
        }
        return figures;
    }

    private void mustSee() {
        if (!frame.isConsole()) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }

    /** All wallets that members can spend from, together. */
    public WalletFigures getPoints() {
        return getFigures().wallets().values().stream().reduce(WalletFigures.NONE, WalletFigures::plus);
    }

    public HomeStandings getStandings() {
        if (standings == null) {
            standings = service.standings();
        }
        return standings;
    }

    /** How many places on ladders members hold in all. */
    public long getRanked() {
        return getStandings().tiers().stream()
                .mapToLong(HomeStandings.TierCount::members)
                .sum();
    }

    /** What was given, a sum for each currency; empty when nothing was. */
    public String getGiven() {
        return getStandings().given().stream().map(formats::money).collect(Collectors.joining(" + "));
    }

    /** What a tier is called; its code where no program in force has it. */
    public String tier(HomeStandings.TierCount one) {
        return wallets.programs().stream()
                .filter(program -> program.code().equals(one.program()))
                .flatMap(program -> program.document().tierSets().stream())
                .filter(set -> set.code().value().equals(one.set()))
                .flatMap(set -> set.tiers().stream())
                .filter(tier -> tier.code().value().equals(one.tier()))
                .map(tier -> tier.name().in(frame.getLocale()))
                .findFirst()
                .orElse(one.tier());
    }

    /** Where a figure leads; nowhere for somebody whose role doesn't open it. */
    public String to(String permission, String page) {
        return frame.may(permission) ? page : "";
    }

    /** Where the members are who had something happen in the days that the home looks back. */
    public String getBusy() {
        return to("MEMBERS_VIEW", "/console/members?active=" + today().minusDays(HomeService.DAYS - 1L));
    }

    /** Where the members are whose points lapse in the days that the home looks ahead. */
    public String getLapsing() {
        return to("MEMBERS_VIEW", "/console/members?lapse=" + today().plusDays(HomeService.DAYS - 1L));
    }

    private LocalDate today() {
        return clock.now().atZone(currentTenant.tenant().zone()).toLocalDate();
    }

    public ColumnChart getChart() {
        return ColumnChart.of(getFigures().days());
    }

    public List<Happening> getHappenings() {
        if (happenings == null) {
            happenings = service.last(EVENTS);
        }
        return happenings;
    }

    /** Who it is about. */
    public String who(Happening one) {
        return one.memberName().filter(name -> !name.isBlank()).orElseGet(() -> t.text("reporting", "somebody"));
    }

    /** What happened, after the member's name where it is about one. */
    public String what(Happening one) {
        return switch (one.sort()) {
            case ENTRY -> t.with("reporting", "event." + one.kind(), "points", Math.abs(one.points()));
            case SKIPPED -> t.text("reporting", "nothing");
            case JOINED -> t.text("reporting", "joined");
            case PUBLISHED ->
                t.with(
                        "reporting",
                        "published",
                        "version",
                        one.version().orElse(0),
                        "program",
                        judge(one)
                                .flatMap(program ->
                                        names.program(program, one.version().orElse(0), frame.getLocale()))
                                .orElse(""));
        };
    }

    /** The page that says more; empty where there is none, or none for who is looking. */
    public String leads(Happening one) {
        return switch (one.sort()) {
            case SKIPPED ->
                one.member()
                        .map(member -> to("MEMBERS_VIEW", "/console/member?id=" + member + "&nothing=true#nothing"))
                        .orElse("");
            case PUBLISHED ->
                one.program()
                        .map(program -> to("PROGRAMS_VIEW", "/console/publish?code=" + program))
                        .orElse("");
            case ENTRY, JOINED -> "";
        };
    }

    /** Why, and for which order or activity; who published. */
    public String why(Happening one) {
        Optional<String> rule = judge(one)
                .flatMap(program -> one.rule()
                        .flatMap(code ->
                                names.rule(program, one.version().orElse(0), new RuleCode(code), frame.getLocale())));
        return Stream.of(rule, one.subject()).flatMap(Optional::stream).collect(Collectors.joining(" · "));
    }

    private static Optional<ProgramCode> judge(Happening one) {
        return one.program().map(ProgramCode::new);
    }

    public String icon(Happening one) {
        return switch (one.sort()) {
            case ENTRY -> one.points() > 0 ? "pi-plus" : one.points() < 0 ? "pi-minus" : "pi-clock";
            case SKIPPED -> "pi-ban";
            case JOINED -> "pi-user-plus";
            case PUBLISHED -> "pi-send";
        };
    }

    public String tone(Happening one) {
        return switch (one.sort()) {
            case ENTRY -> one.points() > 0 ? "gain" : one.points() < 0 ? "warn" : "";
            case SKIPPED -> "";
            case JOINED -> "when";
            case PUBLISHED -> "plum";
        };
    }

    /** What the outstanding points are worth where the programs say so. */
    public String getWorth() {
        Map<Currency, Long> worth = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        getFigures()
                .wallets()
                .forEach((wallet, figures) -> wallets.worth(wallet, figures.outstanding())
                        .filter(money -> money.amount() > 0)
                        .ifPresent(money -> worth.merge(money.currency(), money.amount(), Math::addExact)));
        return worth.entrySet().stream()
                .map(sum -> formats.money(sum.getValue(), sum.getKey().getCurrencyCode()))
                .collect(Collectors.joining(" + "));
    }

    /** Whether there is nothing to show yet: a new brand is led to its first step instead. */
    public boolean isFresh() {
        return getFigures().members() == 0 && frame.isSignedIn();
    }
}
