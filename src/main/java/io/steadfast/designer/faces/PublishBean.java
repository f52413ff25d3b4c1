package io.steadfast.designer.faces;

import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.PublishApprovalService;
import io.steadfast.programs.PublishService;
import io.steadfast.programs.core.ProgramRefusal;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.PublishRule;
import io.steadfast.programs.core.PublishWish;
import io.steadfast.programs.core.PublishedVersion;
import io.steadfast.shared.WrittenTime;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;

/** The page console/publish: what changes against what is in force, from when on, and who has to agree. */
@Named("publish")
@RequestScoped
public class PublishBean {
    @Inject
    private DraftsBean drafts;

    @Inject
    private ComparisonBean comparison;

    @Inject
    private ProgramService service;

    @Inject
    private PublishService publisher;

    @Inject
    private PublishApprovalService approvals;

    @Inject
    private NoticeBean notice;

    @Inject
    private CurrentActor actor;

    @Inject
    private TenantClock clock;

    @Inject
    private FrameBean frame;

    @Inject
    private PageTexts t;

    private String wrong = "";

    /** The version the draft is compared with. */
    public Optional<PublishedVersion> getBefore() {
        return comparison.getBefore();
    }

    public List<Changes> getChanges() {
        return getBefore()
                .map(before -> Changes.between(before.version().document(), drafts.document(), frame.getLocale()))
                .orElse(List.of());
    }

    /** Takes note that the draft is meant for the latest version, whose differences the page shows. */
    public String rebase() {
        refuse("PROGRAMS_EDIT");
        service.rebase(drafts.code(), Optional.of(drafts.begun().id()));
        return "/console/publish?faces-redirect=true&" + named();
    }

    /** Puts the draft in force, now or from the day that was typed on. */
    public String publish() {
        refuse("PROGRAMS_PUBLISH");
        try {
            Instant from = from().orElseGet(clock::now);
            return notice.keeps(from)
                    ? published(publisher.publish(
                            drafts.code(), Optional.of(drafts.begun().id()), from, notice.declared()))
                    : said(notice.unkept());
        } catch (DateTimeException noDay) {
            return said(t.with("designer", "not_a_day", "typed", drafts.parameter("from")));
        }
    }

    private String said(String what) {
        wrong = what;
        return "";
    }

    /** Asks a second person for the publish. */
    public String ask() {
        refuse("PROGRAMS_EDIT");
        try {
            approvals.ask(drafts.code(), drafts.begun().id(), from());
            return "/console/publish?faces-redirect=true&" + named();
        } catch (DateTimeException noDay) {
            return said(t.with("designer", "not_a_day", "typed", drafts.parameter("from")));
        }
    }

    /** The second person agrees to what is shown. */
    public String agree() {
        refuse("PROGRAMS_PUBLISH");
        PublishWish wish = getWaiting().orElseThrow(() -> new Refusal(ProgramRefusal.WISH_UNKNOWN));
        return notice.keeps(wish.effectiveFrom().orElseGet(clock::now))
                ? published(approvals.agree(wish.id(), notice.declared()))
                : said(notice.unkept());
    }

    /** What waits for a second person waits no longer. */
    public String sendBack() {
        refuse("PROGRAMS_EDIT");
        approvals.sendBack(drafts.code(), drafts.getDraft().id());
        return "/console/publish?faces-redirect=true&" + named();
    }

    /** Decides how many people a publish takes. */
    public String decide(String rule) {
        refuse("PEOPLE_EDIT");
        approvals.decide(PublishRule.valueOf(rule));
        return "/console/publish?faces-redirect=true&" + named();
    }

    /** Whether a second person has to agree. */
    public boolean isByTwo() {
        return approvals.rule() == PublishRule.TWO_PEOPLE;
    }

    public Optional<PublishWish> getWaiting() {
        return approvals.waiting(drafts.getDraft().id());
    }

    /** Whether what waits is what the draft says now. */
    public boolean isAsShown(PublishWish wish) {
        return wish.isFor(drafts.getDraft());
    }

    /** Whether who looks is who asked. */
    public boolean isOwn(PublishWish wish) {
        return wish.requester()
                .id()
                .equals(actor.actor().kind() + ":" + actor.actor().id());
    }

    /** The day that was typed, as its first instant in the program's zone; empty for this moment. */
    private Optional<Instant> from() {
        return Optional.of(drafts.parameter("from").strip())
                .filter(typed -> !typed.isEmpty())
                .map(typed -> WrittenTime.day(typed)
                        .atStartOfDay(drafts.document().basics().zone())
                        .toInstant());
    }

    private String published(ProgramVersion made) {
        String key = made.effectiveFrom().isAfter(clock.now()) ? "scheduled=" : "published=";
        return "/console/program?faces-redirect=true&" + key + made.version() + "&" + named();
    }

    /** Sends the draft's document as a file: the program as code, the same bytes that an import reads. */
    public void export() throws IOException {
        byte[] document = ProgramDocumentCodec.write(drafts.document()).getBytes(StandardCharsets.UTF_8);
        Faces.sendFile(document, drafts.code().value() + ".json", true);
    }

    private String named() {
        return "code=" + drafts.code().value() + "&draft=" + drafts.getDraft().id();
    }

    private void refuse(String permission) {
        if (!frame.may(permission)) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }

    /** What was typed as a day and is none; empty when all is well. */
    public String getWrong() {
        return wrong;
    }
}
