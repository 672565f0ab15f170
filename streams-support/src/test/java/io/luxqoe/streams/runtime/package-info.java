@NullMarked
package io.luxqoe.streams.runtime;

import org.jspecify.annotations.NullMarked;
