/** The topology: rules checked, windows evaluated, transitions written. */
@NullMarked
package io.luxqoe.alarm.evaluation;

import org.jspecify.annotations.NullMarked;
