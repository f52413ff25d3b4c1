package io.steadfast.ledger.rest;

import io.steadfast.ledger.NoticeService;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A notice sent elsewhere.
 *
 * @param wallet left out: the only one whose points can be spent
 * @param until the last usable day it told of: all that is planned to lapse by its end
 * @param sentAt when it went out
 */
public record NoticeRequest(MemberId memberId, Optional<WalletCode> wallet, LocalDate until, Instant sentAt) {

    NoticeService.Told told() {
        return new NoticeService.Told(memberId, wallet, until, sentAt);
    }
}
