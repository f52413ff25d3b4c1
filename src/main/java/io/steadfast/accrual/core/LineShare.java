package io.steadfast.accrual.core;

/** What of a grant belongs to a line, so that its return takes exactly that. */
public record LineShare(String lineId, long points) {}
