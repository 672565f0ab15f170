/** What queries read of the stores, one partition at a time. */
@NullMarked
package io.luxqoe.kpi.query.read;

import org.jspecify.annotations.NullMarked;
