@NullMarked
package io.luxqoe.alarm.lifecycle;

import org.jspecify.annotations.NullMarked;
