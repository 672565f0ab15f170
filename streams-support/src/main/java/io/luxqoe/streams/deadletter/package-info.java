/** What becomes of a record that cannot be read, processed or written. */
@NullMarked
package io.luxqoe.streams.deadletter;

import org.jspecify.annotations.NullMarked;
