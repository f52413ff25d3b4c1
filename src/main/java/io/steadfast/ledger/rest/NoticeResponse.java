package io.steadfast.ledger.rest;

import io.steadfast.ledger.NoticeService;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A notice that was taken.
 *
 * @param dated what has a date now; empty where nothing waited for one
 */
public record NoticeResponse(UUID noticeId, WalletCode wallet, List<Dated> dated) {

    public NoticeResponse {
        dated = List.copyOf(dated);
    }

    /**
     * Points that have a date now.
     *
     * @param lotId left out for all points of the wallet, which lapse when nothing is done until then
     * @param expiresAt the first instant at which they can't be used any more
     */
    public record Dated(Optional<UUID> lotId, long points, Instant expiresAt) {}

    static NoticeResponse of(NoticeService.Noted noted) {
        return new NoticeResponse(
                noted.id(),
                noted.wallet(),
                noted.dated().stream()
                        .map(each -> new Dated(each.lot(), each.points(), each.expiresAt()))
                        .toList());
    }
}
