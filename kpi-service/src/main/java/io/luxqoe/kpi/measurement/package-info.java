/** What is counted of an event: named sums, by family. */
@NullMarked
package io.luxqoe.kpi.measurement;

import org.jspecify.annotations.NullMarked;
