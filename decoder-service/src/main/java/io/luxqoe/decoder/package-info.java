/** Raw octets of network elements to events. */
@NullMarked
package io.luxqoe.decoder;

import org.jspecify.annotations.NullMarked;
