package io.steadfast.ledger.rest;

import io.steadfast.ledger.HoldService;
import io.steadfast.ledger.WalletChoice;
import io.steadfast.ledger.core.Hold;
import io.steadfast.ledger.core.WalletTerms;
import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.rest.OncePerKey;
import io.steadfast.platform.rest.Sends;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.platform.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Points in two steps at a checkout. */
@Path("/holds")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Points")
public class HoldsResource {

    @Inject
    private HoldService holds;

    @Inject
    private WalletChoice wallets;

    @Inject
    private TenantClock clock;

    @Inject
    private IdempotentCalls calls;

    @POST
    @Scoped(Scope.REDEMPTIONS_WRITE)
    @OncePerKey(required = true)
    @Sends(Sends.LOCATION)
    @Operation(operationId = "holdPoints", summary = "Reserve points for an order, under an id of the caller's")
    @APIResponseSchema(value = HoldResponse.class, responseCode = "201")
    public Response hold(HoldRequest request) {
        HoldRequest wanted = request.checked();
        return calls.required(() -> {
            WalletTerms wallet = wallets.toUse(wanted.memberId(), wanted.wallet());
            Hold hold = holds.hold(new HoldService.HoldWish(
                    wanted.holdId(),
                    wanted.memberId(),
                    wallet,
                    wanted.points(),
                    Duration.ofMinutes(wanted.minutes()),
                    wanted.order().map(OrderReference::subject),
                    wanted.basket()));
            return Answer.created("/api/v1/holds/" + hold.id(), HoldResponse.of(hold, clock.now()));
        });
    }

    @POST
    @Path("{holdId}/commit")
    @Scoped(Scope.REDEMPTIONS_WRITE)
    @OncePerKey(required = true)
    @Operation(operationId = "commitHold", summary = "Use some or all of the held points; the rest go back")
    @APIResponseSchema(value = HoldResponse.class, responseCode = "200")
    public Response commit(@PathParam("holdId") String holdId, CommitRequest request) {
        CommitRequest wanted = request.checked();
        return calls.required(() -> Answer.ok(HoldResponse.of(
                holds.commit(holdId, wanted.points(), wanted.order().map(OrderReference::subject), wanted.basket()),
                clock.now())));
    }

    @POST
    @Path("{holdId}/release")
    @Scoped(Scope.REDEMPTIONS_WRITE)
    @Consumes(MediaType.WILDCARD)
    @OncePerKey(required = true)
    @Operation(operationId = "releaseHold", summary = "Let the held points go")
    @APIResponseSchema(value = HoldResponse.class, responseCode = "200")
    public Response release(@PathParam("holdId") String holdId) {
        return calls.required(() -> Answer.ok(HoldResponse.of(holds.release(holdId), clock.now())));
    }
}
