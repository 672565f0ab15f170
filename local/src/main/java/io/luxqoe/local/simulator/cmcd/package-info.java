/** What video players report, as text: CTA-5004-B, version 2. */
@NullMarked
package io.luxqoe.local.simulator.cmcd;

import org.jspecify.annotations.NullMarked;
