@NullMarked
package io.luxqoe.kpi.baseline;

import org.jspecify.annotations.NullMarked;
