/** The whole system on one machine: broker, registry and the four services as processes of their own. */
@NullMarked
package io.luxqoe.local.runtime;

import org.jspecify.annotations.NullMarked;
