package io.steadfast.ledger.rest;

import io.steadfast.ledger.PeriodService;
import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.rest.OncePerKey;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Accounting months. */
@Path("/periods")
@ApplicationScoped
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Points")
public class PeriodsResource {

    @Inject
    private PeriodService periods;

    @Inject
    private IdempotentCalls calls;

    /** A closed month. */
    public record ClosedPeriod(String month) {}

    @POST
    @Path("{month}/close")
    @Scoped(Scope.SETTLEMENTS_WRITE)
    @OncePerKey
    @Operation(operationId = "closePeriod", summary = "Close an accounting month and every month before it")
    @APIResponseSchema(value = ClosedPeriod.class, responseCode = "200")
    public Response close(@PathParam("month") String month) {
        YearMonth wanted = parsed(month);
        return calls.optional(() -> {
            periods.close(wanted);
            return Answer.ok(new ClosedPeriod(wanted.toString()));
        });
    }

    private static YearMonth parsed(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException notAMonth) {
            throw FieldErrors.one("month", FieldReason.NOT_VALID);
        }
    }
}
