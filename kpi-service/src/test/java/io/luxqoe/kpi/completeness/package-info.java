@NullMarked
package io.luxqoe.kpi.completeness;

import org.jspecify.annotations.NullMarked;
