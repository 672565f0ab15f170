@NullMarked
package io.luxqoe.streams.store;

import org.jspecify.annotations.NullMarked;
