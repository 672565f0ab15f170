/** What is known of all sources, on every instance. */
@NullMarked
package io.luxqoe.decoder.source;

import org.jspecify.annotations.NullMarked;
