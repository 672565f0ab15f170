/** The keys of an axis. */
@NullMarked
package io.luxqoe.kpi.query.keys;

import org.jspecify.annotations.NullMarked;
