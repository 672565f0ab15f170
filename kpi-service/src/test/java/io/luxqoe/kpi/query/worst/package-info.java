@NullMarked
package io.luxqoe.kpi.query.worst;

import org.jspecify.annotations.NullMarked;
