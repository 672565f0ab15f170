@NullMarked
package io.luxqoe.alarm.rule;

import org.jspecify.annotations.NullMarked;
