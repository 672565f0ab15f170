@NullMarked
package io.luxqoe.kpi.measurement;

import org.jspecify.annotations.NullMarked;
