/** What a run comes to: records and events counted on their topics, latency, and whether the counts add up. */
@NullMarked
package io.luxqoe.local.count;

import org.jspecify.annotations.NullMarked;
