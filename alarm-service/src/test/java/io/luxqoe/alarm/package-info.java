@NullMarked
package io.luxqoe.alarm;

import org.jspecify.annotations.NullMarked;
