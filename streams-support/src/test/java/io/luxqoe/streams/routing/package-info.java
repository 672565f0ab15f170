@NullMarked
package io.luxqoe.streams.routing;

import org.jspecify.annotations.NullMarked;
