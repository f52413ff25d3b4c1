/**
 * The API's doors of orders, returns, activities, simulations and explanations: they read a request, call the service
 * once and write its answer.
 */
@NullMarked
package io.steadfast.accrual.rest;

import org.jspecify.annotations.NullMarked;
