/** Alarm rules: what a valid one is, which are in force, and which of them watch what. */
@NullMarked
package io.luxqoe.alarm.rule;

import org.jspecify.annotations.NullMarked;
