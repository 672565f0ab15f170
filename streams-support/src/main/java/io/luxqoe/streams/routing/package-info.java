/** Interactive queries over the instances of a service: where partitions lie, how they are asked, what is missing. */
@NullMarked
package io.luxqoe.streams.routing;

import org.jspecify.annotations.NullMarked;
