package io.steadfast.rewards.rest;

import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.CurrentCall;
import io.steadfast.platform.rest.Cursor;
import io.steadfast.platform.rest.Languages;
import io.steadfast.platform.rest.OncePerKey;
import io.steadfast.platform.rest.Page;
import io.steadfast.platform.rest.Paging;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.rewards.RewardOffer;
import io.steadfast.rewards.RewardService;
import io.steadfast.rewards.core.RewardRefusal;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What members can get for their points, and how many there are. */
@Path("/rewards")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rewards")
public class RewardsResource {

    @Inject
    private RewardService rewards;

    @Inject
    private IdempotentCalls calls;

    @Inject
    private CurrentCall call;

    @GET
    @Scoped(Scope.MEMBERS_READ)
    @Operation(
            operationId = "listRewards",
            summary = "The catalogue; for a member with what it costs them, and every reason where they can't have it. "
                    + "`basket` is what an order comes to, in minor units, for rewards that cost credit")
    public Page<RewardResponse> list(
            @QueryParam("memberId") @Nullable MemberId member,
            @QueryParam("program") @Nullable ProgramCode program,
            @QueryParam("basket") @Nullable String basket,
            @BeanParam Paging paging) {
        Optional<ProgramCode> only = Optional.ofNullable(program);
        List<RewardOffer> offers = member == null
                ? rewards.catalogue(only)
                : rewards.forMember(member, only, Optional.ofNullable(basket).map(RewardsResource::amount));
        Optional<String> after = paging.after().map(cursor -> cursor.string(0));
        List<RewardOffer> rows = offers.stream()
                .filter(offer -> after.isEmpty() || key(offer).compareTo(after.get()) > 0)
                .limit(paging.limit() + 1L)
                .toList();
        Locale language = language();
        return paging.page(rows, offer -> Cursor.of(key(offer))).map(offer -> RewardResponse.of(offer, language));
    }

    @POST
    @Path("{code}/stock")
    @Scoped(Scope.REDEMPTIONS_WRITE)
    @OncePerKey(required = true)
    @Operation(operationId = "supplyReward", summary = "Put some of a reward in stock, or take some out")
    @APIResponseSchema(value = RewardResponse.class, responseCode = "200")
    public Response supply(@PathParam("code") String code, StockRequest request) {
        StockRequest wanted = request.checked();
        return calls.required(() -> Answer.ok(
                RewardResponse.of(rewards.supply(wanted.program(), read(code), wanted.change()), language())));
    }

    private static long amount(String text) {
        try {
            long amount = Long.parseLong(text);
            if (amount >= 0) {
                return amount;
            }
        } catch (NumberFormatException noNumber) {
            // Refused below, as a number out of range is.
        }
        throw FieldErrors.one("basket", FieldReason.OUT_OF_RANGE, Map.of("range", "0 –"));
    }

    /** In the order of the list: codes have no character below the one between them. */
    private static String key(RewardOffer offer) {
        return offer.version().code() + " " + offer.reward().code();
    }

    /** A code that can't be one is answered like one that doesn't exist. */
    private static RewardCode read(String code) {
        try {
            return new RewardCode(code);
        } catch (IllegalArgumentException notACode) {
            throw new Refusal(RewardRefusal.REWARD_UNKNOWN);
        }
    }

    private Locale language() {
        return Languages.accepted(call.header("Accept-Language").orElse(null));
    }
}
