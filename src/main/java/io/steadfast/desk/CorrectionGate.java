package io.steadfast.desk;

import io.steadfast.ledger.WalletChoice;
import io.steadfast.ledger.core.WalletTerms;
import io.steadfast.members.OwnCard;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What everything that is put right by hand asks first: who does it, for whom, why, and until when. */
@ApplicationScoped
class CorrectionGate {

    /** What stands in the books is a code; words, which could name somebody, are kept apart and go with the member. */
    private static final Pattern REASON = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

    /** What dates of four digits can say. */
    private static final int LAST_YEAR = 9999;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private OwnCard ownCard;

    @Inject
    private WalletChoice wallets;

    /** Who does it. Refuses NOT_PERMITTED, and OWN_CARD for the person's own membership. */
    Actor begin(MemberId member, Permission permission) {
        Actor actor = currentActor.actor();
        actor.must(permission);
        ownCard.refuse(member);
        return actor;
    }

    /** Refuses REASON_NEEDED. */
    static void needed(String reason) {
        if (!REASON.matcher(reason).matches()) {
            throw new Refusal(DeskRefusal.REASON_NEEDED);
        }
    }

    /** The exclusive instant after a last usable day, in the zone of the first wallet that fits. Refuses DATE_NOT_VALID. */
    Instant end(MemberId member, LocalDate lastDay, Predicate<WalletTerms> which) {
        if (lastDay.getYear() > LAST_YEAR) {
            throw new Refusal(DeskRefusal.DATE_NOT_VALID);
        }
        return lastDay.plusDays(1)
                .atStartOfDay(wallets.walletsOf(member).stream()
                        .filter(which)
                        .map(WalletTerms::zone)
                        .findFirst()
                        .orElse(ZoneOffset.UTC))
                .toInstant();
    }
}
