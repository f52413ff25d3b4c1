package io.steadfast.programs.rest;

import io.steadfast.platform.i18n.Language;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.WrittenTerms;
import io.steadfast.programs.core.ProgramRefusal;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The terms of a program, written from its document. */
@Path("/programs/{code}/terms")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
public class ProgramTermsResource {

    @Inject
    private ProgramService programs;

    @Inject
    private WrittenTerms terms;

    @Inject
    private TenantClock clock;

    /**
     * Refuses a language that isn't spoken (400) and, as unknown (404), a version that was never published; without
     * {@code version} the one in force counts.
     */
    @GET
    @Scoped(Scope.PROGRAMS_READ)
    @Operation(operationId = "getProgramTerms", summary = "The terms of a version in a language")
    public TermsResponse get(
            @PathParam("code") ProgramCode code,
            @QueryParam("locale") @Nullable String locale,
            @QueryParam("version") @Nullable Integer version) {
        Language language = Language.of(locale == null ? Language.ENGLISH.tag() : locale)
                .orElseThrow(() -> FieldErrors.one("locale", FieldReason.NOT_VALID));
        if (programs.find(code).isEmpty()) {
            throw new Refusal(ProgramRefusal.PROGRAM_UNKNOWN);
        }
        Optional<ProgramVersion> wanted =
                version == null ? programs.inForce(code, clock.now()) : programs.version(code, version);
        ProgramVersion known = wanted.orElseThrow(() -> new Refusal(ProgramRefusal.VERSION_UNKNOWN));
        return TermsResponse.of(known, language, terms.of(known, language.locale()));
    }
}
