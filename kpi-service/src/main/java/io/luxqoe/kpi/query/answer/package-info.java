/** What every answer says beside its numbers: what it is made of, how fresh that is, and whether it can change. */
@NullMarked
package io.luxqoe.kpi.query.answer;

import org.jspecify.annotations.NullMarked;
