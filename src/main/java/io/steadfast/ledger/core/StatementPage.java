package io.steadfast.ledger.core;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import java.util.Optional;

/**
 * Which part of a list is wanted, newest first.
 *
 * @param wallet of one wallet only
 * @param after the key of the last row of the page before: an entry's seq or a lot's id
 */
public record StatementPage<K>(MemberId member, Optional<WalletCode> wallet, Optional<K> after, int limit) {}
