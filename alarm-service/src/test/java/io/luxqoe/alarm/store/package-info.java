@NullMarked
package io.luxqoe.alarm.store;

import org.jspecify.annotations.NullMarked;
