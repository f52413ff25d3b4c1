package io.steadfast.choices.rest;

import io.steadfast.choices.ProductService;
import io.steadfast.choices.core.ChoiceRefusal;
import io.steadfast.choices.core.Product;
import io.steadfast.choices.core.ProductFilter;
import io.steadfast.choices.core.ProductProfile;
import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The product list. */
@Path("/products")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Choices")
public class ProductsResource {

    @Inject
    private ProductService products;

    @Inject
    private IdempotentCalls calls;

    @Inject
    private CurrentCall call;

    @Inject
    private Json json;

    @GET
    @Scoped(Scope.PROGRAMS_READ)
    @Operation(operationId = "listProducts", summary = "The product list, by sku")
    public Page<ProductResponse> list(
            @QueryParam("category") @Nullable String category,
            @QueryParam("brand") @Nullable String brand,
            @QueryParam("q") @Nullable String q,
            @BeanParam Paging paging) {
        ProductFilter filter = new ProductFilter(filter("category", category), filter("brand", brand), filter("q", q));
        String after = paging.after().map(cursor -> cursor.string(0)).orElse("");
        return paging.page(products.list(filter, after, paging.limit() + 1), product -> Cursor.of(product.sku()))
                .map(ProductResponse::of);
    }

    @POST
    @Scoped(Scope.PROGRAMS_WRITE)
    @OncePerKey
    @Sends({Sends.ETAG, Sends.LOCATION})
    @Operation(
            operationId = "addProduct",
            summary = "List a product; one that was only learned from orders becomes a listed one")
    @APIResponseSchema(value = ProductResponse.class, responseCode = "201")
    public Response add(ProductRequest request) {
        String sku = Fields.required("sku", request.sku());
        ProductProfile profile = request.changed(ProductRequest.BLANK, Fields.of(json, call));
        return calls.optional(() -> {
            Product product = products.add(sku, profile);
            return tagged(
                    Answer.created(
                            "/api/v1/products/"
                                    + URLEncoder.encode(sku, StandardCharsets.UTF_8)
                                            .replace("+", "%20"),
                            ProductResponse.of(product)),
                    product);
        });
    }

    @GET
    @Path("{sku}")
    @Scoped(Scope.PROGRAMS_READ)
    @Sends(Sends.ETAG)
    @Operation(operationId = "getProduct", summary = "A product")
    @APIResponseSchema(value = ProductResponse.class, responseCode = "200")
    public Response get(@PathParam("sku") String sku) {
        Product product = known(sku);
        return Response.ok(ProductResponse.of(product))
                .tag(Versions.tag(product.version()))
                .build();
    }

    @PATCH
    @Path("{sku}")
    @Scoped(Scope.PROGRAMS_WRITE)
    @OncePerKey
    @Sends(Sends.ETAG)
    @Operation(operationId = "changeProduct", summary = "Change the fields that are sent; null takes a value away")
    @APIResponseSchema(value = ProductResponse.class, responseCode = "200")
    public Response change(
            @PathParam("sku") String sku, @HeaderParam("If-Match") @Nullable String ifMatch, ProductRequest request) {
        Fields fields = Fields.of(json, call);
        fields.fixed("sku");
        long version = Versions.required(ifMatch);
        return calls.optional(() -> {
            Product before = known(sku);
            Versions.same(before.version(), version);
            Product product = products.change(sku, version, request.changed(before.profile(), fields));
            return tagged(Answer.ok(ProductResponse.of(product)), product);
        });
    }

    private static Optional<String> filter(String name, @Nullable String value) {
        if (value != null && value.indexOf('\0') >= 0) {
            throw FieldErrors.one(name, FieldReason.BAD_CHARACTER);
        }
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }

    private Product known(String sku) {
        return products.find(sku).orElseThrow(() -> new Refusal(ChoiceRefusal.PRODUCT_UNKNOWN));
    }

    private static Answer tagged(Answer answer, Product product) {
        return answer.with("ETag", "\"" + product.version() + "\"");
    }
}
