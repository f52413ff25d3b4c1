/** What a member is, in plain records: identities, enrolments, consents, and the arithmetic of card numbers. */
@NullMarked
package io.steadfast.members.core;

import org.jspecify.annotations.NullMarked;
