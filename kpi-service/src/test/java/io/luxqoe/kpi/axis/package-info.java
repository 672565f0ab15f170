@NullMarked
package io.luxqoe.kpi.axis;

import org.jspecify.annotations.NullMarked;
