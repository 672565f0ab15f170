/** What the benchmarks share: traffic as a network has it, and the processor time that it costs. */
@NullMarked
package io.luxqoe.decoder.bench;

import org.jspecify.annotations.NullMarked;
