@NullMarked
package io.luxqoe.kpi.video;

import org.jspecify.annotations.NullMarked;
