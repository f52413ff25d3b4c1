/**
 * What rules and people choose from: the tenant's stores, its product list, and the attributes it declared for members, lines
 * and activities. Owns those three lists and says whether a value fits what was declared. Knows no program, member or order;
 * whoever has orders teaches it products.
 */
@NullMarked
package io.steadfast.choices;

import org.jspecify.annotations.NullMarked;
