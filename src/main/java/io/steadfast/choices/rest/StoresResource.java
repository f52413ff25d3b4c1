package io.steadfast.choices.rest;

import io.steadfast.choices.StoreService;
import io.steadfast.choices.core.ChoiceRefusal;
import io.steadfast.choices.core.Store;
import io.steadfast.choices.core.StoreProfile;
import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.CurrentCall;
import io.steadfast.platform.rest.Cursor;
import io.steadfast.platform.rest.Json;
import io.steadfast.platform.rest.OncePerKey;
import io.steadfast.platform.rest.Page;
import io.steadfast.platform.rest.Paging;
import io.steadfast.platform.rest.Sends;
import io.steadfast.platform.rest.Versions;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.platform.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tenant's stores. */
@Path("/stores")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Choices")
public class StoresResource {

    @Inject
    private StoreService stores;

    @Inject
    private CurrentTenant tenant;

    @Inject
    private IdempotentCalls calls;

    @Inject
    private CurrentCall call;

    @Inject
    private Json json;

    @GET
    @Scoped(Scope.PROGRAMS_READ)
    @Operation(operationId = "listStores", summary = "The stores, by code")
    public Page<StoreResponse> list(@BeanParam Paging paging) {
        String after = paging.after().map(cursor -> cursor.string(0)).orElse("");
        return paging.page(stores.list(after, paging.limit() + 1), store -> Cursor.of(store.code()))
                .map(StoreResponse::of);
    }

    @POST
    @Scoped(Scope.PROGRAMS_WRITE)
    @OncePerKey
    @Sends({Sends.ETAG, Sends.LOCATION})
    @Operation(operationId = "addStore", summary = "Add a store")
    @APIResponseSchema(value = StoreResponse.class, responseCode = "201")
    public Response add(StoreRequest request) {
        String code = Fields.required("code", request.code());
        StoreProfile profile = request.changed(StoreRequest.blank(tenant.tenant()), Fields.of(json, call));
        return calls.optional(() -> {
            Store store = stores.add(code, profile);
            return tagged(Answer.created("/api/v1/stores/" + code, StoreResponse.of(store)), store);
        });
    }

    @GET
    @Path("{code}")
    @Scoped(Scope.PROGRAMS_READ)
    @Sends(Sends.ETAG)
    @Operation(operationId = "getStore", summary = "A store")
    @APIResponseSchema(value = StoreResponse.class, responseCode = "200")
    public Response get(@PathParam("code") String code) {
        Store store = known(code);
        return Response.ok(StoreResponse.of(store))
                .tag(Versions.tag(store.version()))
                .build();
    }

    @PATCH
    @Path("{code}")
    @Scoped(Scope.PROGRAMS_WRITE)
    @OncePerKey
    @Sends(Sends.ETAG)
    @Operation(operationId = "changeStore", summary = "Change the fields that are sent; null takes a value away")
    @APIResponseSchema(value = StoreResponse.class, responseCode = "200")
    public Response change(
            @PathParam("code") String code, @HeaderParam("If-Match") @Nullable String ifMatch, StoreRequest request) {
        Fields fields = Fields.of(json, call);
        fields.fixed("code");
        long version = Versions.required(ifMatch);
        return calls.optional(() -> {
            Store before = known(code);
            Versions.same(before.version(), version);
            Store store = stores.change(code, version, request.changed(before.profile(), fields));
            return tagged(Answer.ok(StoreResponse.of(store)), store);
        });
    }

    private Store known(String code) {
        return stores.find(code).orElseThrow(() -> new Refusal(ChoiceRefusal.STORE_UNKNOWN));
    }

    private static Answer tagged(Answer answer, Store store) {
        return answer.with("ETag", "\"" + store.version() + "\"");
    }
}
