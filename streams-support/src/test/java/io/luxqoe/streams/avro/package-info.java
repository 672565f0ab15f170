@NullMarked
package io.luxqoe.streams.avro;

import org.jspecify.annotations.NullMarked;
