package io.steadfast.charities.core;

import io.steadfast.programs.core.LocalText;
import java.util.Optional;

/**
 * What a tenant says of a charity.
 *
 * @param url of the charity's own pages
 * @param registration the number under which it is registered as a charity
 */
public record CharityProfile(
        LocalText name,
        LocalText description,
        Optional<String> url,
        Optional<String> registration,
        CharityStatus status) {}
