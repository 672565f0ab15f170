/** What there is to ask for. */
@NullMarked
package io.luxqoe.kpi.query.catalogue;

import org.jspecify.annotations.NullMarked;
