@NullMarked
package io.luxqoe.kpi.query.stores;

import org.jspecify.annotations.NullMarked;
