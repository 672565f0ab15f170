/** The two-phase windows: combine in each input partition, accumulate by key. */
@NullMarked
package io.luxqoe.kpi.window;

import org.jspecify.annotations.NullMarked;
