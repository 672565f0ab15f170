/** The axes that measurements are kept on. */
@NullMarked
package io.luxqoe.kpi.axis;

import org.jspecify.annotations.NullMarked;
