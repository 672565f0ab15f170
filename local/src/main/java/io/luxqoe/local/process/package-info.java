/** Processes that are watched while they run, started again when they die, and gone when we are. */
@NullMarked
package io.luxqoe.local.process;

import org.jspecify.annotations.NullMarked;
