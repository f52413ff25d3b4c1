package io.steadfast.reporting;

import java.time.LocalDate;

/** What was accrued and redeemed for what happened on a day of the tenant's zone. */
public record DayFigures(LocalDate day, long accrued, long redeemed) {}
