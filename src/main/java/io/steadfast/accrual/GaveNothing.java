package io.steadfast.accrual;

/**
 * An order or activity that gave nothing.
 *
 * @param subject as {@code source / reference}
 * @param why of one rule that looked at it
 */
public record GaveNothing(String subject, SkippedExplanation why) {}
