package io.steadfast.accrual.rest;

import io.steadfast.accrual.ExplanationService;
import io.steadfast.accrual.SkippedExplanation;
import io.steadfast.platform.i18n.Language;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.rest.Page;
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

/** Why rules gave nothing to an order or activity. */
@Path("/members/{id}/receipts/{receiptId}/skipped")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Scoped(Scope.MEMBERS_READ)
@Tag(name = "Points")
public class SkippedRulesResource {

    @Inject
    ExplanationService explanations;

    /** One page; without {@code locale} in the member's own language. */
    @GET
    @Operation(operationId = "listSkippedRules", summary = "Why rules gave nothing to the order of a receipt")
    public Page<SkippedExplanation> list(
            @PathParam("id") MemberId member,
            @PathParam("receiptId") UUID receipt,
            @QueryParam("locale") @Nullable String locale) {
        Optional<Language> wish = Optional.ofNullable(locale)
                .map(tag -> Language.of(tag).orElseThrow(() -> FieldErrors.one("locale", FieldReason.NOT_VALID)));
        return new Page<>(explanations.skipped(member, receipt, wish), Optional.empty());
    }
}
