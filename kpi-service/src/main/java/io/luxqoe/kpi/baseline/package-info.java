/** What is usual: values of KPIs by hour of the week, and how far a value is from them. */
@NullMarked
package io.luxqoe.kpi.baseline;

import org.jspecify.annotations.NullMarked;
