/**
 * Who is calling and what they may do: people with roles, keys with scopes, operators, jobs. Signs people in, checks keys, and
 * puts the tenant and the actor in hand for a whole request. Refuses what carries no right; decides nothing about loyalty.
 */
@NullMarked
package io.steadfast.platform.security;

import org.jspecify.annotations.NullMarked;
