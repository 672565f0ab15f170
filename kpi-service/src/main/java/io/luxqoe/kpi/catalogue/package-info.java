/** KPIs as formulas over measurements. */
@NullMarked
package io.luxqoe.kpi.catalogue;

import org.jspecify.annotations.NullMarked;
