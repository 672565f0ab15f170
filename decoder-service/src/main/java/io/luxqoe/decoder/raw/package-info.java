/** What every raw format shares: octets and source settings in, events and rejects out. */
@NullMarked
package io.luxqoe.decoder.raw;

import org.jspecify.annotations.NullMarked;
