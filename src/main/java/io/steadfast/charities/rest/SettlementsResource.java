package io.steadfast.charities.rest;

import io.steadfast.charities.SettlementService;
import io.steadfast.charities.core.Settlement;
import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.rest.CurrentCall;
import io.steadfast.platform.rest.Cursor;
import io.steadfast.platform.rest.OncePerKey;
import io.steadfast.platform.rest.Page;
import io.steadfast.platform.rest.Paging;
import io.steadfast.platform.rest.Sends;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.programs.core.CharityCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Batches of donations that were paid. */
@Path("/charities/{code}/settlements")
@ApplicationScoped
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Giving")
public class SettlementsResource {

    @Inject
    private SettlementService settlements;

    @Inject
    private IdempotentCalls calls;

    @Inject
    private CurrentCall call;

    @POST
    @Scoped(Scope.SETTLEMENTS_WRITE)
    @OncePerKey(required = true)
    @Sends(Sends.LOCATION)
    @Operation(operationId = "settleCharity", summary = "Make a batch of everything that is confirmed for a charity")
    @APIResponseSchema(value = SettlementResponse.class, responseCode = "201")
    public Response settle(@PathParam("code") String code) {
        CharityCode charity = CharitiesResource.code(code);
        return calls.required(() -> {
            Settlement settlement = settlements.settle(charity);
            return Answer.created(
                    "/api/v1/charities/" + charity + "/settlements/" + settlement.id(),
                    SettlementResponse.of(settlement));
        });
    }

    @GET
    @Scoped({Scope.SETTLEMENTS_WRITE, Scope.REPORTS_READ})
    @Operation(operationId = "listSettlements", summary = "A charity's batches, the latest first")
    public Page<SettlementResponse> list(@PathParam("code") String code, @BeanParam Paging paging) {
        return paging.page(
                        settlements.list(
                                CharitiesResource.code(code),
                                paging.after().map(cursor -> cursor.number(0)),
                                paging.limit() + 1),
                        settlement -> Cursor.of(settlement.number()))
                .map(SettlementResponse::of);
    }

    @GET
    @Path("{id}")
    @Scoped({Scope.SETTLEMENTS_WRITE, Scope.REPORTS_READ})
    @Operation(operationId = "getSettlement", summary = "A batch")
    public SettlementResponse get(@PathParam("code") String code, @PathParam("id") UUID id) {
        return SettlementResponse.of(settlements.get(CharitiesResource.code(code), id));
    }

    @GET
    @Path("{id}.csv")
    @Produces("text/csv")
    @Scoped({Scope.SETTLEMENTS_WRITE, Scope.REPORTS_READ})
    @Operation(operationId = "downloadSettlementList", summary = "A batch's donations, one line each")
    public Response csv(@PathParam("code") String code, @PathParam("id") UUID id) {
        CharityCode charity = CharitiesResource.code(code);
        Settlement settlement = settlements.get(charity, id);
        return file(settlement, "csv", "text/csv; charset=UTF-8", settlements.csv(charity, id));
    }

    @GET
    @Path("{id}.pdf")
    @Produces("application/pdf")
    @Scoped({Scope.SETTLEMENTS_WRITE, Scope.REPORTS_READ})
    @Operation(operationId = "downloadSettlementReceipt", summary = "A batch's receipt, in the language asked for")
    public Response pdf(@PathParam("code") String code, @PathParam("id") UUID id) {
        CharityCode charity = CharitiesResource.code(code);
        Settlement settlement = settlements.get(charity, id);
        return file(settlement, "pdf", "application/pdf", settlements.pdf(charity, id, call.language()));
    }

    @POST
    @Path("{id}/receipt")
    @Consumes(MediaType.APPLICATION_JSON)
    @Scoped(Scope.SETTLEMENTS_WRITE)
    @OncePerKey
    @Operation(operationId = "acknowledgeSettlement", summary = "Keep that the charity has acknowledged a batch")
    @APIResponseSchema(value = SettlementResponse.class, responseCode = "200")
    public Response receipt(@PathParam("code") String code, @PathParam("id") UUID id, ReceiptRequest request) {
        String reference = request.checked();
        CharityCode charity = CharitiesResource.code(code);
        return calls.optional(() -> Answer.ok(SettlementResponse.of(settlements.receipted(charity, id, reference))));
    }

    private static Response file(Settlement settlement, String ending, String type, byte[] bytes) {
        String name = "settlement-" + settlement.number() + "." + ending;
        return Response.ok(bytes, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
