/** The whole service, in several instances, on a broker. */
@NullMarked
package io.luxqoe.kpi.instances;

import org.jspecify.annotations.NullMarked;
