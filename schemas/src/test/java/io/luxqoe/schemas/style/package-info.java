/** The style of the schemas as rules that run. */
@NullMarked
package io.luxqoe.schemas.style;

import org.jspecify.annotations.NullMarked;
