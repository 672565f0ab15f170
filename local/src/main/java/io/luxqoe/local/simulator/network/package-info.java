/** The simulated operator: regions, sites, cells, exchanges, handsets, subscribers and numbers, all from one seed. */
@NullMarked
package io.luxqoe.local.simulator.network;

import org.jspecify.annotations.NullMarked;
