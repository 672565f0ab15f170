@NullMarked
package io.luxqoe.kpi.docs;

import org.jspecify.annotations.NullMarked;
