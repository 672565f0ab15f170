/** Raw records that are text: their lines, their numbers, their times. */
@NullMarked
package io.luxqoe.decoder.text;

import org.jspecify.annotations.NullMarked;
