@NullMarked
package io.luxqoe.kpi.window;

import org.jspecify.annotations.NullMarked;
