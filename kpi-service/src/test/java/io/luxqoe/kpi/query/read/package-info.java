@NullMarked
package io.luxqoe.kpi.query.read;

import org.jspecify.annotations.NullMarked;
