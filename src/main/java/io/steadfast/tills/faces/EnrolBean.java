package io.steadfast.tills.faces;

import io.steadfast.members.core.IdentityKind;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.i18n.Language;
import io.steadfast.platform.i18n.Texts;
import io.steadfast.platform.idempotency.PageActions;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.programs.Terms;
import io.steadfast.programs.WrittenTerms;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.tills.CounterService;
import io.steadfast.tills.core.CounterWork;
import io.steadfast.tills.core.Place;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page store/enrol: a new member in a few touches, with the terms and the consents in the member's own language. */
@Named("enrol")
@RequestScoped
public class EnrolBean {

    @Inject
    private CounterService service;

    @Inject
    private PageActions actions;

    @Inject
    private TillHere here;

    @Inject
    private CurrentActor actor;

    @Inject
    private FrameBean frame;

    @Inject
    private HttpServletRequest request;

    @Inject
    private WrittenTerms terms;

    private String action = PageActions.newId();
    private String name = "";
    private String phone = "";
    private String email = "";
    private String card = "";
    private String friendsCode = "";
    private String language = "";
    private boolean accepted;
    private boolean byEmail;
    private boolean bySms;
    private @Nullable List<ProgramVersion> programs;

    /** The terms of each program one is enrolled in. */
    public List<Terms> getTerms() {
        return getPrograms().stream()
                .map(version -> terms.of(version, memberLanguage().locale()))
                .toList();
    }

    public List<ProgramVersion> getPrograms() {
        if (programs == null) {
            if (!frame.may("MEMBERS_EDIT") || !frame.may("STORE_SERVE")) {
                throw new Refusal(SecurityRefusal.NOT_PERMITTED);
            }
            programs = service.openPrograms();
        }
        return programs;
    }

    private Language memberLanguage() {
        return Language.of(getLanguage()).orElse(frame.getLanguage());
    }

    /** A text in the member's language. */
    public String said(String key) {
        return Texts.text("tills", key, memberLanguage().locale());
    }

    /** A text about a program in the member's language. */
    public String saidOf(String key, String program) {
        return Texts.text("tills", key, memberLanguage().locale(), Map.of("program", program));
    }

    public void enrol() throws IOException {
        actor.actor().must(Permission.STORE_SERVE);
        actor.actor().must(Permission.MEMBERS_EDIT);
        Map<IdentityKind, String> identities = new EnumMap<>(IdentityKind.class);
        put(identities, IdentityKind.PHONE, phone);
        put(identities, IdentityKind.EMAIL, email);
        put(identities, IdentityKind.CARD, card);
        Set<String> consents = new LinkedHashSet<>();
        if (byEmail) {
            consents.add("email");
        }
        if (bySms) {
            consents.add("sms");
        }
        CounterService.Newcomer newcomer = new CounterService.Newcomer(
                Optional.of(name).filter(text -> !text.isEmpty()),
                identities,
                memberLanguage().tag(),
                consents,
                accepted ? CounterService.Newcomer.Terms.ACCEPTED : CounterService.Newcomer.Terms.NOT_ASKED,
                Optional.of(friendsCode).filter(text -> !text.isEmpty()));
        Place place = here.getPlace();
        String made = actions.once(
                action,
                "enrol " + name + " " + identities + " " + friendsCode,
                () -> service.enrol(newcomer, place).id().toString());
        String member = service.find(UUID.fromString(made))
                .map(CounterWork::member)
                .map(Object::toString)
                .orElse("");
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(request.getContextPath() + "/store/?member=" + member + "&work=" + made);
    }

    private static void put(Map<IdentityKind, String> identities, IdentityKind kind, String typed) {
        if (!typed.isEmpty()) {
            identities.put(kind, typed);
        }
    }

    /** What was searched for in vain goes into the field it looks like. */
    private String sought() {
        return Optional.ofNullable(request.getParameter("q")).map(String::strip).orElse("");
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    public String getName() {
        return name.isEmpty() && sought().matches("[^0-9@+]+") ? sought() : name;
    }

    public void setName(String name) {
        this.name = name.strip();
    }

    public String getPhone() {
        return phone.isEmpty() && sought().matches("[+0-9 ()-]{5,}") ? sought() : phone;
    }

    public void setPhone(String phone) {
        this.phone = phone.strip();
    }

    public String getEmail() {
        return email.isEmpty() && sought().contains("@") ? sought() : email;
    }

    public void setEmail(String email) {
        this.email = email.strip();
    }

    public String getCard() {
        return card;
    }

    public void setCard(String card) {
        this.card = card.strip();
    }

    /** Whether members of a program bring friends. */
    public boolean isFriends() {
        return getPrograms().stream()
                .anyMatch(version -> version.document().referral().isPresent());
    }

    public String getFriendsCode() {
        return friendsCode;
    }

    public void setFriendsCode(String friendsCode) {
        this.friendsCode = friendsCode.strip();
    }

    public String getLanguage() {
        return language.isEmpty() ? frame.getLanguageTag() : language;
    }

    /** Null where a choice was posted that is none. */
    public void setLanguage(@Nullable String language) {
        this.language = Optional.ofNullable(language).orElse("");
    }

    public boolean isAccepted() {
        return accepted;
    }

    public void setAccepted(boolean accepted) {
        this.accepted = accepted;
    }

    public boolean isByEmail() {
        return byEmail;
    }

    public void setByEmail(boolean byEmail) {
        this.byEmail = byEmail;
    }

    public boolean isBySms() {
        return bySms;
    }

    public void setBySms(boolean bySms) {
        this.bySms = bySms;
    }
}
