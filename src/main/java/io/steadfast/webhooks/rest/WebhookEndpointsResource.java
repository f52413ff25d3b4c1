package io.steadfast.webhooks.rest;

import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.rest.Cursor;
import io.steadfast.platform.rest.OncePerKey;
import io.steadfast.platform.rest.Page;
import io.steadfast.platform.rest.Paging;
import io.steadfast.platform.rest.Sends;
import io.steadfast.platform.rest.Versions;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.webhooks.WebhookService;
import io.steadfast.webhooks.core.Delivery;
import io.steadfast.webhooks.core.Endpoint;
import io.steadfast.webhooks.core.EndpointWish;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where events are sent, and what was sent there. */
@Path("/webhook-endpoints")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class WebhookEndpointsResource {

    @Inject
    private WebhookService webhooks;

    @Inject
    private IdempotentCalls calls;

    @GET
    @Scoped(Scope.WEBHOOKS_WRITE)
    @Operation(operationId = "listWebhookEndpoints", summary = "Every endpoint, in the order they were made")
    public Page<EndpointResponse> list() {
        return new Page<>(webhooks.list().stream().map(EndpointResponse::of).toList(), Optional.empty());
    }

    @POST
    @Scoped(Scope.WEBHOOKS_WRITE)
    @OncePerKey
    @Sends({Sends.ETAG, Sends.LOCATION})
    @Operation(operationId = "createWebhookEndpoint", summary = "Send events to an address; its secret is shown once")
    @APIResponseSchema(value = EndpointResponse.class, responseCode = "201")
    public Response create(EndpointRequest request) {
        EndpointWish wish = request.checked();
        return calls.optional(() -> {
            WebhookService.Issued made = webhooks.create(wish);
            String id = made.endpoint().id().toString();
            return Answer.created("/api/v1/webhook-endpoints/" + id, EndpointResponse.of(made))
                    .with("ETag", "\"" + made.endpoint().version() + "\"")
                    .withSecretOf(id);
        });
    }

    @GET
    @Path("{id}")
    @Scoped(Scope.WEBHOOKS_WRITE)
    @Sends(Sends.ETAG)
    @Operation(operationId = "getWebhookEndpoint", summary = "One endpoint; its ETag names what a change is made on")
    @APIResponseSchema(value = EndpointResponse.class, responseCode = "200")
    public Response get(@PathParam("id") UUID id) {
        Endpoint endpoint = webhooks.find(id);
        return Response.ok(EndpointResponse.of(endpoint))
                .tag(Versions.tag(endpoint.version()))
                .build();
    }

    @PUT
    @Path("{id}")
    @Scoped(Scope.WEBHOOKS_WRITE)
    @OncePerKey
    @Sends(Sends.ETAG)
    @Operation(operationId = "changeWebhookEndpoint", summary = "Put another in its place; needs If-Match")
    @APIResponseSchema(value = EndpointResponse.class, responseCode = "200")
    public Response change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, EndpointRequest request) {
        EndpointWish wish = request.checked();
        long version = Versions.required(ifMatch);
        return calls.optional(() -> {
            Endpoint endpoint = webhooks.change(id, version, wish);
            return Answer.ok(EndpointResponse.of(endpoint)).with("ETag", "\"" + endpoint.version() + "\"");
        });
    }

    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @Scoped(Scope.WEBHOOKS_WRITE)
    @Operation(operationId = "removeWebhookEndpoint", summary = "Send nothing more there")
    public Response remove(@PathParam("id") UUID id) {
        webhooks.remove(id);
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/rotate-secret")
    @Consumes(MediaType.WILDCARD)
    @Scoped(Scope.WEBHOOKS_WRITE)
    @OncePerKey
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Make a new secret, shown once; for 24 hours the former signs beside it")
    @APIResponseSchema(value = EndpointResponse.class, responseCode = "200")
    public Response rotate(@PathParam("id") UUID id) {
        return calls.optional(
                () -> Answer.ok(EndpointResponse.of(webhooks.rotate(id))).withSecretOf(id.toString()));
    }

    @GET
    @Path("{id}/deliveries")
    @Scoped(Scope.WEBHOOKS_WRITE)
    @Operation(operationId = "listWebhookDeliveries", summary = "What was sent there, the newest first, with every try")
    public Page<DeliveryResponse> deliveries(@PathParam("id") UUID id, @BeanParam Paging paging) {
        List<Delivery> rows = webhooks.deliveries(
                id, Optional.empty(), paging.after().map(cursor -> cursor.uuid(0)), paging.limit() + 1);
        return paging.page(rows, row -> Cursor.of(row.id())).map(DeliveryResponse::of);
    }

    @POST
    @Path("deliveries/{delivery}/redeliver")
    @Consumes(MediaType.WILDCARD)
    @Scoped(Scope.WEBHOOKS_WRITE)
    @OncePerKey
    @Operation(operationId = "redeliverWebhook", summary = "Send a delivery that is over once more, the same bytes")
    @APIResponseSchema(value = DeliveryResponse.class, responseCode = "200")
    public Response redeliver(@PathParam("delivery") UUID delivery) {
        return calls.optional(() -> Answer.ok(DeliveryResponse.of(webhooks.redeliver(delivery))));
    }
}
