/** What the services share and no domain record: topics, serdes, dead letters, health. */
@NullMarked
package io.luxqoe.streams;

import org.jspecify.annotations.NullMarked;
