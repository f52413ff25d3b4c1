package io.steadfast.reporting.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.reporting.Basis;
import io.steadfast.reporting.Movement;
import io.steadfast.reporting.ReportService;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.shared.WrittenTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What it all comes to. */
@Path("/reports")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
public class ReportsResource {

    @Inject
    private ReportService reports;

    @GET
    @Path("summary")
    @Scoped(Scope.REPORTS_READ)
    @Operation(
            operationId = "getSummary",
            summary = "Points, members, spend and donations as of an instant, by activity or by posting date")
    public SummaryResponse summary(
            @QueryParam("program") @Nullable ProgramCode program,
            @Parameter(description = "the present where it is left out", schema = @Schema(format = "date-time"))
                    @QueryParam("asOf")
                    @Nullable
                    String asOf,
            @QueryParam("basis") @Nullable String basis) {
        return SummaryResponse.of(reports.summary(
                Optional.ofNullable(program), Optional.ofNullable(asOf).map(ReportsResource::instant), basis(basis)));
    }

    @GET
    @Path("movement")
    @Scoped(Scope.REPORTS_READ)
    @Operation(
            operationId = "getMovement",
            summary = "Opening, what came and went, and closing, by posting date, both days included")
    public Movement movement(
            @Parameter(required = true, schema = @Schema(format = "date")) @QueryParam("from") @Nullable String from,
            @Parameter(required = true, schema = @Schema(format = "date")) @QueryParam("to") @Nullable String to,
            @QueryParam("wallet") @Nullable WalletCode wallet) {
        LocalDate first = date("from", from);
        LocalDate last = date("to", to);
        if (last.isBefore(first)) {
            throw FieldErrors.one("to", FieldReason.NOT_VALID);
        }
        return reports.movement(first, last, Optional.ofNullable(wallet));
    }

    private static Basis basis(@Nullable String given) {
        if (given == null || given.equals("activity")) {
            return Basis.ACTIVITY;
        }
        if (given.equals("posting")) {
            return Basis.POSTING;
        }
        throw FieldErrors.one("basis", FieldReason.NOT_VALID);
    }

    private static Instant instant(String given) {
        try {
            return WrittenTime.instant(given);
        } catch (DateTimeException noInstant) {
            throw FieldErrors.one("asOf", FieldReason.NOT_AN_INSTANT);
        }
    }

    private static LocalDate date(String name, @Nullable String given) {
        if (given == null) {
            throw FieldErrors.one(name, FieldReason.REQUIRED);
        }
        try {
            return WrittenTime.day(given);
        } catch (DateTimeException noDate) {
            throw FieldErrors.one(name, FieldReason.NOT_A_DATE);
        }
    }
}
