/** The REST queries over the windows. */
@NullMarked
package io.luxqoe.kpi.query;

import org.jspecify.annotations.NullMarked;
