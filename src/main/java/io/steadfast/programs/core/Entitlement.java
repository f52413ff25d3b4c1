package io.steadfast.programs.core;

/**
 * A right without stock, as in free shipping or a hotline (domain 58).
 *
 * @param code by which a shop asks for it
 * @param detail what it means, in words; may be empty
 */
public record Entitlement(String code, LocalText name, LocalText detail) {}
