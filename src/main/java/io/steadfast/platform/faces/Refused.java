package io.steadfast.platform.faces;

/**
 * What a page was asked to do was refused, and the page comes back with the reason. Somebody else has done something meanwhile, more
 * often than not: beans that have read what they show read it anew.
 */
public record Refused() {}
