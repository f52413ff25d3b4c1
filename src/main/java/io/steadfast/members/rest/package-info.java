/** Members over the API. */
@NullMarked
package io.steadfast.members.rest;

import org.jspecify.annotations.NullMarked;
