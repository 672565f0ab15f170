/** Records and summaries as JSON for people and scripts. */
@NullMarked
package io.luxqoe.local.json;

import org.jspecify.annotations.NullMarked;
