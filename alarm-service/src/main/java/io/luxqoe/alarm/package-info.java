/** The alarm service: its application, settings and wiring. */
@NullMarked
package io.luxqoe.alarm;

import org.jspecify.annotations.NullMarked;
