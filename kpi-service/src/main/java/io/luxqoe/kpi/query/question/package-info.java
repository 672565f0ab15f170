/** What clients ask: parameters, their limits, and what is wrong with them. */
@NullMarked
package io.luxqoe.kpi.query.question;

import org.jspecify.annotations.NullMarked;
