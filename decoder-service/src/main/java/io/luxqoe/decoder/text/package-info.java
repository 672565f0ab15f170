/** Raw records that are text: their lines, their times, and JSON. */
@NullMarked
package io.luxqoe.decoder.text;

import org.jspecify.annotations.NullMarked;
