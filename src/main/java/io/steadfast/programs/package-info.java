/**
 * Programs: the document and its codec, drafts, immutable versions, checks, generated terms and templates. Owns what a
 * program says; refuses to change a published version and to publish a document with problems. Every feature may read
 * the version in force; only people and keys with the right may design.
 */
@NullMarked
package io.steadfast.programs;

import org.jspecify.annotations.NullMarked;
