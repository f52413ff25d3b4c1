package io.steadfast.memberships.rest;

import io.steadfast.programs.core.Plan;

/** When a membership shall end. */
public record CancelRequest(Plan.Leaving when) {}
