@NullMarked
package io.luxqoe.decoder.inspect;

import org.jspecify.annotations.NullMarked;
