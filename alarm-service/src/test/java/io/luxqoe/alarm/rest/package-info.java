@NullMarked
package io.luxqoe.alarm.rest;

import org.jspecify.annotations.NullMarked;
