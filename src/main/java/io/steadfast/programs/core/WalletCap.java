package io.steadfast.programs.core;

import io.steadfast.shared.WalletCode;

/** A limit on what all rules of the program together give in one wallet. */
public record WalletCap(WalletCode wallet, Cap cap) {}
