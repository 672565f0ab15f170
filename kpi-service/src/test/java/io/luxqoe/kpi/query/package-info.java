@NullMarked
package io.luxqoe.kpi.query;

import org.jspecify.annotations.NullMarked;
