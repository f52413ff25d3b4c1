package io.steadfast.programs.core;

/** How many people a publish takes in this tenant. */
public enum PublishRule {
    ONE_PERSON,
    /** Somebody asks, somebody else agrees. */
    TWO_PEOPLE
}
