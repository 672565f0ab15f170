/**
 * The simulated network of LUX: a seeded French operator that writes raw charging records and knows what LUX must make
 * of them. Pure Java: no Kafka, no Spring, nothing of the services.
 */
@NullMarked
package io.luxqoe.local.simulator;

import org.jspecify.annotations.NullMarked;
