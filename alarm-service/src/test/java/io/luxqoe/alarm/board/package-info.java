@NullMarked
package io.luxqoe.alarm.board;

import org.jspecify.annotations.NullMarked;
