package io.steadfast.ledger.core;

import io.steadfast.shared.ProgramCode;

/** The program that defines a wallet, and its version in force. */
public record WalletProgram(ProgramCode program, int version) {}
