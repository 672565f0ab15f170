@NullMarked
package io.luxqoe.kpi.query.series;

import org.jspecify.annotations.NullMarked;
