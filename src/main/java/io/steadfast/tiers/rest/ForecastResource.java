package io.steadfast.tiers.rest;

import io.steadfast.ledger.StatementService;
import io.steadfast.ledger.WalletChoice;
import io.steadfast.ledger.core.ExpiringPoints;
import io.steadfast.ledger.core.WalletTerms;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.CurrentCall;
import io.steadfast.platform.rest.Languages;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WrittenTime;
import io.steadfast.tiers.TierService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a member loses and where they stand at a later instant, if nothing happens until then. */
@Path("/members/{id}/forecast")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
public class ForecastResource {

    private static final int MOST_YEARS = 10;
    private static final Duration FARTHEST = Duration.ofDays(MOST_YEARS * 366L);

    @Inject
    private MemberService members;

    @Inject
    private ProgramService programs;

    @Inject
    private StatementService statement;

    @Inject
    private WalletChoice wallets;

    @Inject
    private TierService tiers;

    @Inject
    private TenantClock clock;

    @Inject
    private CurrentCall call;

    /** Refuses (400) an instant that has passed or lies more than {@value #MOST_YEARS} years ahead. */
    @GET
    @Scoped(Scope.MEMBERS_READ)
    @Operation(
            operationId = "getForecast",
            summary = "What lapses until an instant and which tier the member has then, if nothing happens")
    public ForecastResponse get(
            @PathParam("id") MemberId id,
            @Parameter(
                            required = true,
                            description = "not before the present, at most ten years ahead",
                            schema = @Schema(format = "date-time"))
                    @QueryParam("at")
                    @Nullable
                    String at,
            @QueryParam("program") @Nullable ProgramCode program) {
        Instant now = clock.now();
        Instant then = later(at, now);
        MemberProfile profile = members.profile(id).orElseThrow(() -> new Refusal(MemberRefusal.MEMBER_UNKNOWN));
        Optional<ProgramCode> only = Optional.ofNullable(program);
        List<WalletTerms> terms = wallets.walletsOf(id).stream()
                .filter(each -> only.isEmpty() || only.get().equals(each.program()))
                .toList();
        List<ExpiringPoints> lapsing = statement.expiring(id).stream()
                .filter(each -> !each.expiresAt().isAfter(then))
                .toList();
        List<ProgramVersion> versions = programs.inForce(TiersResource.codes(profile, now, only), then);
        return new ForecastResponse(
                then,
                ForecastResponse.wallets(terms, lapsing),
                ForecastResponse.sets(
                        versions,
                        tiers.tiersAt(id, then),
                        Languages.accepted(call.header("Accept-Language").orElse(null))));
    }

    private static Instant later(@Nullable String given, Instant now) {
        if (given == null) {
            throw FieldErrors.one("at", FieldReason.REQUIRED);
        }
        Instant at;
        try {
            at = WrittenTime.instant(given);
        } catch (DateTimeException noInstant) {
            throw FieldErrors.one("at", FieldReason.NOT_AN_INSTANT);
        }
        if (at.isBefore(now) || at.isAfter(now.plus(FARTHEST))) {
            throw FieldErrors.one("at", FieldReason.OUT_OF_RANGE, Map.of("range", now + " – " + now.plus(FARTHEST)));
        }
        return at;
    }
}
