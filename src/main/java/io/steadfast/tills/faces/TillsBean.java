package io.steadfast.tills.faces;

import io.steadfast.choices.StoreService;
import io.steadfast.choices.core.Store;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.Given;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.security.PersonService;
import io.steadfast.platform.security.PersonView;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.platform.security.TillPeopleService;
import io.steadfast.platform.settings.Setting;
import io.steadfast.platform.settings.SettingsService;
import io.steadfast.platform.settings.TenantSettings;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.shared.MemberId;
import io.steadfast.tills.TillService;
import io.steadfast.tills.core.Till;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page console/tills: who records sales where, this browser as a till, and staff's numbers. */
@Named("tills")
@RequestScoped
public class TillsBean {
    private static final int MOST_STORES = 1_000;

    @Inject
    private TillService service;

    @Inject
    private StoreService places;

    @Inject
    private TillPeopleService atTills;

    @Inject
    private PersonService people;

    @Inject
    private MemberService members;

    @Inject
    private TenantSettings settings;

    @Inject
    private SettingsService changing;

    @Inject
    private TillHere here;

    @Inject
    private CurrentTenant tenant;

    @Inject
    private CurrentActor actor;

    @Inject
    private FrameBean frame;

    @Inject
    private PageTexts t;

    private String store = "";
    private String name = "";
    private String source = "";
    private String person = "";
    private String number = "";
    private String pin = "";
    private String card = "";
    private @Nullable List<Till> all;
    private @Nullable List<PersonView> staff;
    private @Nullable Map<UUID, TillPeopleService.AtTill> known;

    public List<Till> getAll() {
        if (all == null) {
            mustEdit();
            all = service.all();
        }
        return all;
    }

    public Optional<Till> getHere() {
        return here.getTill();
    }

    /** The tenant's stores, and those that are known from tills and people only, as far as this person is there for them. */
    public Set<String> getStores() {
        Set<String> stores = Stream.of(
                        places.active(MOST_STORES).stream().map(Store::code),
                        actor.actor().stores().stream(),
                        getAll().stream().map(Till::store),
                        getStaff().stream().flatMap(one -> one.stores().stream()))
                .flatMap(Function.identity())
                .filter(actor.actor()::servesStore)
                .collect(Collectors.toCollection(TreeSet::new));
        return stores;
    }

    public String sales(String code) {
        return settings.value(Setting.SALES, code);
    }

    /** Turns recording by staff on or off for a store. */
    public void turn(String code) {
        mustEdit();
        changing.setFor(code, Setting.SALES, sales(code).equals("staff") ? "tills" : "staff");
        told("store_kept");
    }

    /** Makes this browser a till. */
    public void register() {
        mustEdit();
        TillService.Registered made =
                service.register(new TillService.Wish(store, name, source.isEmpty() ? "till" : source));
        HttpServletResponse response = (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
        response.addCookie(here.cookie(tenant.slug(), made.secret()));
        all = null;
        name = "";
    }

    public void retire(UUID id) {
        mustEdit();
        service.retire(id);
        all = null;
    }

    public boolean isLocked(Till till) {
        return service.isLocked(till);
    }

    /** Opens a till that too many wrong PINs have locked. */
    public void unlock(UUID id) {
        mustEdit();
        service.unlock(id);
        all = null;
        told("till_unlocked");
    }

    /** People who serve at stores, as far as this person may give them numbers. */
    public List<PersonView> getStaff() {
        if (staff == null) {
            mustEdit();
            Set<String> mine = actor.actor().stores();
            staff = people.all().stream()
                    .filter(PersonView::active)
                    .filter(one -> one.roles().stream()
                            .anyMatch(role -> role.permissions().contains(Permission.STORE_SERVE)))
                    .filter(one -> mine.isEmpty() || (!one.stores().isEmpty() && mine.containsAll(one.stores())))
                    .toList();
        }
        return staff;
    }

    public String number(PersonView one) {
        return atTill(one).flatMap(TillPeopleService.AtTill::number).orElseGet(() -> t.text("tills", "pin_none"));
    }

    /** The name of the member the person is, or that they are linked to none. */
    public String member(PersonView one) {
        return atTill(one)
                .flatMap(TillPeopleService.AtTill::member)
                .flatMap(members::find)
                .map(member -> member.person().name().orElseGet(() -> t.text("desk", "no_name")))
                .orElseGet(() -> t.text("tills", "link_none"));
    }

    private Optional<TillPeopleService.AtTill> atTill(PersonView one) {
        if (known == null) {
            known = atTills.all().stream()
                    .collect(Collectors.toMap(TillPeopleService.AtTill::person, Function.identity()));
        }
        return Optional.ofNullable(known.get(one.id()));
    }

    public void setNumberAndPin() {
        mustEdit();
        atTills.setPin(Given.id(person, SecurityRefusal.PERSON_UNKNOWN), number, pin);
        number = "";
        known = null;
        told("pin_kept");
    }

    /** Links the person to the member with this card, phone or e-mail, or to nobody. */
    public void link() {
        mustEdit();
        Optional<MemberId> found = Stream.of(IdentityKind.CARD, IdentityKind.PHONE, IdentityKind.EMAIL)
                .flatMap(kind -> members.identified(kind, card).stream())
                .findFirst();
        if (found.isEmpty() && !card.isEmpty()) {
            throw new Refusal(io.steadfast.members.core.MemberRefusal.MEMBER_UNKNOWN);
        }
        atTills.link(Given.id(person, SecurityRefusal.PERSON_UNKNOWN), found);
        known = null;
        told(found.isPresent() ? "linked" : "unlinked");
        card = "";
    }

    private void told(String key) {
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, t.text("tills", key), null));
    }

    private void mustEdit() {
        if (!frame.may("TILLS_EDIT")) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }

    public String getStore() {
        return store;
    }

    public void setStore(String store) {
        this.store = store.strip();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name.strip();
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source.strip();
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = person;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number.strip();
    }

    public String getPin() {
        return pin;
    }

    public void setPin(String pin) {
        this.pin = pin.strip();
    }

    public String getCard() {
        return card;
    }

    public void setCard(String card) {
        this.card = card.strip();
    }
}
