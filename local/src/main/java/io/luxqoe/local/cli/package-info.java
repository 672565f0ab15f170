/** The command line: {@code ./lux up}, {@code send}, {@code tail}, {@code decode}. */
@NullMarked
package io.luxqoe.local.cli;

import org.jspecify.annotations.NullMarked;
