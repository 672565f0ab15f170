@NullMarked
package io.luxqoe.kpi;

import org.jspecify.annotations.NullMarked;
