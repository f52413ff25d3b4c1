/**
 * Something to look at on the first start: demo tenants, one per kind of program, made through the same services that operators,
 * marketers and tills use, with passwords and keys that are random per installation. Owns no table and nothing depends on it;
 * the launcher says whether it runs, and no installation with a database of its own ever sees it.
 */
@NullMarked
package io.steadfast.demo;

import org.jspecify.annotations.NullMarked;
