/**
 * Languages: which one a person reads, and the texts in it. A text is found by feature and key in
 * {@code messages/<feature>}; both languages have the same keys, which a test checks. Knows no page and no feature.
 */
@NullMarked
package io.steadfast.platform.i18n;

import org.jspecify.annotations.NullMarked;
