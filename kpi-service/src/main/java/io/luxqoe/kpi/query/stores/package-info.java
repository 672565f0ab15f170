/** Reads the stores of the running topology for queries. */
@NullMarked
package io.luxqoe.kpi.query.stores;

import org.jspecify.annotations.NullMarked;
