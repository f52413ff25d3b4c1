package io.steadfast.charities.rest;

import io.steadfast.charities.CharityService;
import io.steadfast.charities.core.Charity;
import io.steadfast.charities.core.CharityProfile;
import io.steadfast.charities.core.CharityRefusal;
import io.steadfast.charities.core.CharityTotal;
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
import io.steadfast.programs.core.CharityCode;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The register of charities. */
@Path("/charities")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Giving")
public class CharitiesResource {

    @Inject
    private CharityService charities;

    @Inject
    private IdempotentCalls calls;

    @Inject
    private CurrentCall call;

    @Inject
    private Json json;

    @GET
    @Scoped(Scope.PROGRAMS_READ)
    @Operation(operationId = "listCharities", summary = "The register, each charity with what stands for it")
    public Page<CharityResponse> list(@BeanParam Paging paging) {
        String after = paging.after().map(cursor -> cursor.string(0)).orElse("");
        Page<Charity> page =
                paging.page(charities.list(after, paging.limit() + 1), charity -> Cursor.of(charity.code()));
        List<CharityTotal> totals =
                charities.totals(page.items().stream().map(Charity::code).toList());
        return page.map(charity -> CharityResponse.of(charity, totals));
    }

    @POST
    @Scoped(Scope.PROGRAMS_WRITE)
    @OncePerKey
    @Sends({Sends.ETAG, Sends.LOCATION})
    @Operation(operationId = "addCharity", summary = "Add a charity")
    @APIResponseSchema(value = CharityResponse.class, responseCode = "201")
    public Response add(CharityRequest request) {
        CharityCode code = request.newCode();
        CharityProfile profile = request.profile();
        return calls.optional(() -> {
            Charity charity = charities.add(code, profile);
            return Answer.created("/api/v1/charities/" + code, CharityResponse.of(charity, List.of()))
                    .with("ETag", tag(charity));
        });
    }

    @GET
    @Path("{code}")
    @Scoped(Scope.PROGRAMS_READ)
    @Sends(Sends.ETAG)
    @Operation(operationId = "getCharity", summary = "A charity with what stands for it")
    @APIResponseSchema(value = CharityResponse.class, responseCode = "200")
    public Response get(@PathParam("code") String code) {
        Charity charity = known(code(code));
        return Response.ok(CharityResponse.of(charity, charities.totals(List.of(charity.code()))))
                .tag(Versions.tag(charity.version()))
                .build();
    }

    @PATCH
    @Path("{code}")
    @Scoped(Scope.PROGRAMS_WRITE)
    @OncePerKey
    @Sends(Sends.ETAG)
    @Operation(
            operationId = "changeCharity",
            summary = "Change the fields that are sent; closing it asks for new choices of what it wasn't paid yet")
    @APIResponseSchema(value = CharityResponse.class, responseCode = "200")
    public Response change(
            @PathParam("code") String code, @HeaderParam("If-Match") @Nullable String ifMatch, CharityRequest request) {
        Set<String> sent = new HashSet<>();
        json.tree(call.body()).fieldNames().forEachRemaining(sent::add);
        long version = Versions.required(ifMatch);
        return calls.optional(() -> {
            Charity before = known(code(code));
            Versions.same(before.version(), version);
            Charity charity = charities.change(before.code(), version, request.changed(before.profile(), sent));
            return Answer.ok(CharityResponse.of(charity, charities.totals(List.of(charity.code()))))
                    .with("ETag", tag(charity));
        });
    }

    private Charity known(CharityCode code) {
        return charities.find(code).orElseThrow(() -> new Refusal(CharityRefusal.CHARITY_UNKNOWN));
    }

    /** A code in a path; what can't be one is answered like one that never existed. */
    static CharityCode code(String text) {
        if (!CharityCode.isOne(text)) {
            throw new Refusal(CharityRefusal.CHARITY_UNKNOWN);
        }
        return new CharityCode(text);
    }

    private static String tag(Charity charity) {
        return "\"" + charity.version() + "\"";
    }
}
