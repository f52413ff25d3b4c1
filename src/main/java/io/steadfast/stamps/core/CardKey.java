package io.steadfast.stamps.core;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;

/** One member's card. */
public record CardKey(MemberId member, ProgramCode program, String card) {}
