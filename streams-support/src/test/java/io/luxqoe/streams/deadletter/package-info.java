@NullMarked
package io.luxqoe.streams.deadletter;

import org.jspecify.annotations.NullMarked;
