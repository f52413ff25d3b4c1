package io.steadfast.cards.rest;

import io.steadfast.cards.CardService;
import io.steadfast.cards.HoldingsService;
import io.steadfast.platform.rest.CurrentCall;
import io.steadfast.platform.rest.Languages;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a member's own page shows at a glance. */
@Path("/members/{id}/card")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
public class CardResource {

    @Inject
    private CardService cards;

    @Inject
    private HoldingsService holdings;

    @Inject
    private CurrentCall call;

    /** Names are in the caller's language. */
    @GET
    @Scoped(Scope.MEMBERS_READ)
    @Operation(
            operationId = "getMemberCard",
            summary =
                    "A member's card: balance and what of it lapses, tier, the way to the next, the next reward, plan, vouchers,"
                            + " rights and what was given to charity")
    public CardResponse get(@PathParam("id") MemberId id, @QueryParam("program") @Nullable ProgramCode program) {
        return CardResponse.of(
                cards.cards(id, Optional.ofNullable(program)),
                holdings.of(id),
                Languages.accepted(call.header("Accept-Language").orElse(null)));
    }
}
