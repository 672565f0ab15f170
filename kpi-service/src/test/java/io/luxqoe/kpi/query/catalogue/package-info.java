@NullMarked
package io.luxqoe.kpi.query.catalogue;

import org.jspecify.annotations.NullMarked;
