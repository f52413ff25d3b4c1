package io.steadfast.accrual.rest;

import io.steadfast.accrual.Explanation;
import io.steadfast.accrual.ExplanationService;
import io.steadfast.platform.i18n.Language;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Why an entry stands: the proof, its lines for staff and one sentence for the member. */
@Path("/members/{id}/entries/{entryId}/explanation")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Scoped(Scope.MEMBERS_READ)
@Tag(name = "Points")
public class ExplanationsResource {

    @Inject
    ExplanationService explanations;

    /** 404 {@code ENTRY_UNKNOWN}; without {@code locale} the member's own language. */
    @GET
    @Operation(operationId = "explainEntry", summary = "Why an entry stands")
    public Explanation get(
            @PathParam("id") MemberId member,
            @PathParam("entryId") UUID entry,
            @QueryParam("locale") @Nullable String locale) {
        Optional<Language> wish = Optional.ofNullable(locale)
                .map(tag -> Language.of(tag).orElseThrow(() -> FieldErrors.one("locale", FieldReason.NOT_VALID)));
        return explanations.explain(member, entry, wish);
    }
}
