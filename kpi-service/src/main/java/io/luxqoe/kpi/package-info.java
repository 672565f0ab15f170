/** Windowed measurements and indicators of enriched events, and the queries over them. */
@NullMarked
package io.luxqoe.kpi;

import org.jspecify.annotations.NullMarked;
