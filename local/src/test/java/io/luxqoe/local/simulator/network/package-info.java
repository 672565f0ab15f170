/** Tests. */
@NullMarked
package io.luxqoe.local.simulator.network;

import org.jspecify.annotations.NullMarked;
