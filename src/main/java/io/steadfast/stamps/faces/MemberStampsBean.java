package io.steadfast.stamps.faces;

import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.Refused;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.shared.MemberId;
import io.steadfast.stamps.CardView;
import io.steadfast.stamps.StampService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A member's stamp cards on the pages console/member and store. */
@Named("memberStamps")
@RequestScoped
public class MemberStampsBean {

    @Inject
    private StampService stamps;

    @Inject
    private FrameBean frame;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<CardView> all;

    public List<CardView> getAll() {
        if (all == null) {
            if (!frame.may("MEMBERS_VIEW")) {
                throw new Refusal(SecurityRefusal.NOT_PERMITTED);
            }
            all = member().map(stamps::cards).orElse(List.of());
        }
        return all;
    }

    /** The reason comes with the cards as they are by then. */
    void forget(@Observes(notifyObserver = Reception.IF_EXISTS) Refused refused) {
        all = null;
    }

    public String name(CardView view) {
        return view.card().name().in(frame.getLocale());
    }

    public String gives(CardView view) {
        return view.gives().in(frame.getLocale());
    }

    /** Each place of the card: whether it is stamped. */
    public List<Boolean> places(CardView view) {
        return LongStream.rangeClosed(1, view.card().stamps())
                .mapToObj(place -> place <= view.towards())
                .toList();
    }

    /** The console names the member as id, the store as member. */
    private Optional<MemberId> member() {
        try {
            return Stream.of("id", "member")
                    .flatMap(name -> Optional.ofNullable(request.getParameter(name)).stream())
                    .filter(text -> !text.isBlank())
                    .findFirst()
                    .map(UUID::fromString)
                    .map(MemberId::new);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
