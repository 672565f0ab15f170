@NullMarked
package io.luxqoe.streams;

import org.jspecify.annotations.NullMarked;
