@NullMarked
package io.luxqoe.alarm.evaluation;

import org.jspecify.annotations.NullMarked;
