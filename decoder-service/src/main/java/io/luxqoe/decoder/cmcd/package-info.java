/** Reports of video players: Common Media Client Data, CTA-5004 and CTA-5004-B. */
@NullMarked
package io.luxqoe.decoder.cmcd;

import org.jspecify.annotations.NullMarked;
