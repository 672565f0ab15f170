/** How far the partitions are: which windows are FINAL everywhere. */
@NullMarked
package io.luxqoe.kpi.query.standing;

import org.jspecify.annotations.NullMarked;
