/** CDRs of the IP multimedia subsystem (TS 32.298 clauses 5.1.3 and 5.2.3, TS 32.260): VoLTE calls and messages. */
@NullMarked
package io.luxqoe.decoder.ims;

import org.jspecify.annotations.NullMarked;
