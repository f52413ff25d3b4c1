package io.steadfast.members.rest;

import io.steadfast.members.MemberService;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.platform.i18n.Language;
import io.steadfast.platform.idempotency.RefusalProofService;
import io.steadfast.platform.idempotency.RefusedCall;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.Cursor;
import io.steadfast.platform.rest.Page;
import io.steadfast.platform.rest.Paging;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was refused to a member, and why. */
@Path("/members/{id}/refusals")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
public class MemberRefusalsResource {

    @Inject
    private MemberService members;

    @Inject
    private RefusalProofService proofs;

    /** Without {@code locale} in the member's own language. */
    @GET
    @Scoped(Scope.MEMBERS_READ)
    @Operation(operationId = "listRefusals", summary = "What was refused to a member and why, the newest first")
    public Page<RefusedCall> list(
            @PathParam("id") MemberId id, @QueryParam("locale") @Nullable String locale, @BeanParam Paging paging) {
        Member member = members.find(id).orElseThrow(() -> new Refusal(MemberRefusal.MEMBER_UNKNOWN));
        Language language = Optional.ofNullable(locale)
                .map(tag -> Language.of(tag).orElseThrow(() -> FieldErrors.one("locale", FieldReason.NOT_VALID)))
                .or(() -> member.person().locale().flatMap(Language::of))
                .orElse(Language.ENGLISH);
        List<RefusedCall> rows =
                proofs.of(id, paging.after().map(cursor -> cursor.uuid(0)), paging.limit() + 1, language.locale());
        return paging.page(rows, row -> Cursor.of(row.id()));
    }
}
