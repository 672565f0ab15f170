@NullMarked
package io.luxqoe.kpi.query.stream;

import org.jspecify.annotations.NullMarked;
